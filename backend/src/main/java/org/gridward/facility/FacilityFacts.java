package org.gridward.facility;

import java.net.URI;
import java.util.Map;
import org.gridward.facility.hours.OpeningHours;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a service place; refuses what cannot be ({@code facility-invalid}, {@code
 * hours-unreadable}: 422).
 *
 * @param code unique in the installation, 1 to 100 characters; an import knows it by this
 * @param kind the code of a {@link FacilityKind}
 * @param names by language tag; {@code en} is always there
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 * @param hours OpenStreetMap's opening_hours syntax; null: not known
 * @param capacity places, beds or seats, from 0; null: not known
 * @param phone the institution's public number
 * @param website its address, http or https
 * @param services what it offers, in words
 */
public record FacilityFacts(
    String code,
    String kind,
    Map<String, String> names,
    double lon,
    double lat,
    @Nullable String address,
    @Nullable String hours,
    @Nullable Integer capacity,
    @Nullable String phone,
    @Nullable String website,
    @Nullable String services) {

  private static final int LINE = 300;
  private static final int PARAGRAPH = 2_000;

  public FacilityFacts {
    names = Map.copyOf(names);
    code = required("code", code, 100);
    kind = required("kind", kind, 100);
    checkNames(names);
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw FacilityProblems.invalid(
          "lon", "lon %s, lat %s is no place on the globe; longitude first".formatted(lon, lat));
    }
    if (capacity != null && capacity < 0) {
      throw FacilityProblems.invalid("capacity", "capacity (%d) is negative".formatted(capacity));
    }
    address = line("address", address, LINE);
    hours = line("hours", hours, LINE);
    phone = line("phone", phone, 100);
    website = line("website", website, LINE);
    services = line("services", services, PARAGRAPH);
    if (hours != null) {
      OpeningHours.parse(hours);
    }
    checkWebsite(website);
  }

  private static void checkNames(Map<String, String> names) {
    if (!names.containsKey("en")) {
      throw FacilityProblems.invalid("names", "names must have an 'en'");
    }
    names.forEach(
        (tag, name) -> {
          if (!tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")) {
            throw FacilityProblems.invalid("names", "'%s' is no language tag".formatted(cut(tag)));
          }
          required("names", name, LINE);
        });
  }

  private static void checkWebsite(@Nullable String website) {
    if (website == null) {
      return;
    }
    try {
      URI uri = URI.create(website);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return;
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw FacilityProblems.invalid(
        "website", "website '%s' must begin with http:// or https://".formatted(cut(website)));
  }

  private static String required(String field, String text, int longest) {
    String kept = line(field, text, longest);
    if (kept == null) {
      throw FacilityProblems.invalid(field, field + " is empty");
    }
    return kept;
  }

  /** Without blanks around it; null for nothing. */
  private static @Nullable String line(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String kept = text.strip();
    if (kept.length() > longest) {
      throw FacilityProblems.invalid(
          field, "%s has %d characters; at most %d".formatted(field, kept.length(), longest));
    }
    if (kept.indexOf('\0') >= 0) {
      throw FacilityProblems.invalid(field, field + " has a character that cannot be kept");
    }
    return kept;
  }

  private static String cut(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
