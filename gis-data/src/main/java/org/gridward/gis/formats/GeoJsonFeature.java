package org.gridward.gis.formats;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one feature, members in any order. The parser stands at the feature's first token and is
 * left at its last, whatever is found in between.
 */
final class GeoJsonFeature {
  private final JsonParser in;
  private final long number;
  private Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
  private @Nullable Object id;
  private @Nullable Object type;
  private @Nullable Object geometry;

  GeoJsonFeature(JsonParser in, long number) {
    this.in = in;
    this.number = number;
  }

  FeatureReading read() {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return fault("not-a-feature", "is not a JSON object");
    }
    members();
    if (!"Feature".equals(type)) {
      return fault("not-a-feature", "its type is %s, not \"Feature\"".formatted(quoted(type)));
    }
    if (id != null) {
      attributes.putIfAbsent("id", id);
    }
    return withGeometry();
  }

  private void members() {
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String member = in.currentName();
      in.nextToken();
      switch (member) {
        case "type" -> type = JsonValues.read(in);
        case "id" -> id = JsonValues.read(in);
        case "properties" -> attributes = JsonValues.readMembers(in);
        case "geometry" -> geometry = JsonValues.read(in);
        default -> in.skipChildren();
      }
    }
  }

  private FeatureReading withGeometry() {
    Rings rings = new Rings();
    try {
      Geometry made = geometry == null ? null : new GeoJsonGeometry(rings).of(geometry);
      return new Feature(number, attributes, made, rings.repairs());
    } catch (UnreadableGeometry e) {
      return fault(e.code(), e.getMessage());
    }
  }

  private FeatureFault fault(String code, @Nullable String message) {
    return new FeatureFault(number, code, "feature %d: %s".formatted(number, message));
  }

  private static String quoted(@Nullable Object value) {
    return value instanceof String text ? '"' + text + '"' : "missing";
  }
}
