package org.gridward.facility.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gridward.facility.FacilityFacts;
import org.gridward.facility.FacilityKind;
import org.gridward.facility.hours.OpeningHours;
import org.gridward.gis.crs.Crs;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.gis.osm.OsmElement;
import org.gridward.gis.osm.OsmReading;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport.Tally;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * Walks the facilities of an OpenStreetMap file by {@link OsmRules}. What volunteers have written
 * and we cannot take in (hours, a web address, a capacity) is left out and told; the facility
 * stays. One without a name is called by its kind.
 */
final class OsmFacilities {

  /** Where {@link FacilityRecord#text} finds what. */
  static final FacilityColumns COLUMNS =
      FacilityColumns.parse(
          "code=code,name=name,name_zh=name_zh,kind=kind,hours=hours,capacity=capacity,"
              + "phone=phone,website=website,services=description,"
              + "address=addr:housenumber+addr:street",
          null);

  private static final GeometryFactory POINTS = new GeometryFactory();
  private static final int SNIFFED = 64;

  private final OsmRules rules;
  private final Map<String, FacilityKind> kinds = new HashMap<>();
  private final Tally tally;
  private long number;

  OsmFacilities(OsmRules rules, List<FacilityKind> kinds, Tally tally) {
    this.rules = rules;
    this.tally = tally;
    kinds.forEach(kind -> this.kinds.put(kind.code(), kind));
  }

  /** The file begins as a .osm.pbf does. */
  static boolean isOsm(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(SNIFFED), StandardCharsets.ISO_8859_1).contains("OSMHeader");
    } catch (IOException _) {
      return false; // told when it is read
    }
  }

  /**
   * Hands over every facility, numbered from 1. Throws a {@link Problem} for an unreadable file.
   */
  void forEach(Path file, Consumer<FacilityRecord> reader) {
    try {
      OsmReading.read(
          file, tags -> rules.kind(tags).isPresent(), element -> reader.accept(record(element)));
    } catch (UnreadableFile e) {
      throw new Problem.Rejected(e.code(), String.valueOf(e.getMessage()), Map.of());
    }
  }

  private FacilityRecord record(OsmElement element) {
    number++;
    Map<String, String> texts = new HashMap<>(element.tags());
    FacilityKind kind = kinds.get(rules.kind(element.tags()).orElseThrow());
    texts.put("code", element.code());
    name(element, texts, kind);
    put(texts, "kind", kind == null ? null : kind.code());
    put(texts, "phone", first(texts, "phone", "contact:phone"));
    put(texts, "website", kept("website", first(texts, "website", "contact:website")));
    put(texts, "hours", kept("hours", texts.get("opening_hours")));
    put(texts, "capacity", kept("capacity", texts.get("capacity")));
    Coordinate middle = element.middle();
    Point place = POINTS.createPoint(middle);
    return new FacilityRecord(number, texts::get, place, Crs.WGS84);
  }

  private static void name(
      OsmElement element, Map<String, String> texts, @Nullable FacilityKind kind) {
    for (String key : List.of("name", "name:en", "name:zh")) {
      put(texts, key, element.name(key));
    }
    String chinese = texts.get("name:zh");
    String name = first(texts, "name:en", "name", "operator");
    if (name == null && kind != null) {
      name = kind.names().get("en");
      chinese = kind.names().get("zh");
    }
    String local = texts.get("name");
    boolean inChinese = local != null && local.codePoints().anyMatch(Character::isIdeographic);
    put(texts, "name", name);
    put(texts, "name_zh", chinese == null && inChinese ? local : chinese);
  }

  /** The text if a facility can have it; else null, and the tally knows. */
  private @Nullable String kept(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      switch (field) {
        case "hours" -> OpeningHours.parse(text);
        case "capacity" -> Integer.parseUnsignedInt(text.strip());
        default -> check(text);
      }
      return text;
    } catch (Problem | NumberFormatException refused) {
      tally.repaired(number, field + "-left-out", "%s '%s' was left out".formatted(field, text));
      return null;
    }
  }

  /** As facilities check their web address. */
  private static void check(String website) {
    new FacilityFacts("x", "x", Map.of("en", "x"), 0, 0, null, null, null, null, website, null);
  }

  private static @Nullable String first(Map<String, String> texts, String... keys) {
    return Arrays.stream(keys)
        .map(texts::get)
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static void put(Map<String, String> texts, String key, @Nullable String text) {
    if (text == null) {
      texts.remove(key);
    } else {
      texts.put(key, text);
    }
  }
}
