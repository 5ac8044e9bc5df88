package org.gridward.gis.formats;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A first walk over a GeoJSON file: is it whole, how many features, which CRS. Members of an object
 * have no order, so the CRS may stand behind the last feature.
 *
 * @param collection a FeatureCollection, else a single Feature
 * @param features how many
 * @param crs the legacy member of GeoJSON 2008, by its name; empty means WGS 84 (RFC 7946)
 */
record GeoJsonOutline(boolean collection, long features, Optional<String> crs) {

  static GeoJsonOutline of(Path file) {
    try (JsonParser in = JsonTokens.open(file)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw unknown(file);
      }
      Walk walk = new Walk();
      walk.members(in);
      if (in.nextToken() != null) {
        throw JsonTokens.damaged(file, "there is more behind its end");
      }
      return walk.outline(file);
    } catch (JacksonException e) {
      throw JsonTokens.damaged(file, e);
    }
  }

  private static UnreadableFile unknown(Path file) {
    return new UnreadableFile(
        "format-unknown",
        "%s is none of the formats that are read: GeoJSON (FeatureCollection or Feature), TopoJSON, "
                .formatted(file.getFileName())
            + "GeoPackage, KML, KMZ, CSV, Shapefile (.zip or .shp)");
  }

  private static final class Walk {
    private @Nullable String type;
    private @Nullable String crs;
    private long features = -1;

    void members(JsonParser in) {
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String member = in.currentName();
        JsonToken value = in.nextToken();
        switch (member) {
          case "type" -> type = value == JsonToken.VALUE_STRING ? in.getString() : null;
          case "features" -> features = value == JsonToken.START_ARRAY ? count(in) : -1;
          case "crs" -> crs = crsName(in);
          default -> {}
        }
        in.skipChildren();
      }
    }

    private static long count(JsonParser in) {
      long count = 0;
      while (in.nextToken() != JsonToken.END_ARRAY) {
        in.skipChildren();
        count++;
      }
      return count;
    }

    /** {@code {"type": "name", "properties": {"name": …}}}, in any order; null is "not told". */
    private static @Nullable String crsName(JsonParser in) {
      if (in.currentToken() == JsonToken.VALUE_NULL) {
        return null;
      }
      String name = "";
      int depth = 0;
      do {
        JsonToken token = in.currentToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 2 && token == JsonToken.VALUE_STRING && "name".equals(in.currentName())) {
          name = in.getString();
        }
      } while (depth > 0 && in.nextToken() != null);
      return name;
    }

    GeoJsonOutline outline(Path file) {
      if ("FeatureCollection".equals(type) && features >= 0) {
        return new GeoJsonOutline(true, features, Optional.ofNullable(crs));
      }
      if ("Feature".equals(type)) {
        return new GeoJsonOutline(false, 1, Optional.ofNullable(crs));
      }
      throw unknown(file);
    }
  }
}
