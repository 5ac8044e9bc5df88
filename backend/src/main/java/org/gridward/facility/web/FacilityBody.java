package org.gridward.facility.web;

import java.util.HashMap;
import java.util.Map;
import org.gridward.facility.FacilityFacts;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;

/** What is sent to make or change a facility; what is left out is not known of it. */
record FacilityBody(
    @Nullable String code,
    @Nullable String kind,
    @Nullable Map<String, @Nullable String> names,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable String address,
    @Nullable String hours,
    @Nullable Integer capacity,
    @Nullable String phone,
    @Nullable String website,
    @Nullable String services,
    @Nullable Integer version) {

  FacilityFacts facts() {
    return new FacilityFacts(
        given("code", code),
        given("kind", kind),
        allNames(),
        given("lon", lon),
        given("lat", lat),
        address,
        hours,
        capacity,
        phone,
        website,
        services);
  }

  int decidedOn() {
    return given("version", version);
  }

  private Map<String, String> allNames() {
    Map<String, String> all = new HashMap<>();
    given("names", names).forEach((tag, name) -> all.put(tag, name == null ? "" : name));
    return all;
  }

  private static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw new Problem.Rejected("facility-invalid", field + " is missing", Map.of("field", field));
    }
    return value;
  }
}
