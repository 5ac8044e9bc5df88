package org.gridward.gis.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A whole topology in memory: any object may use any arc, so this format cannot be streamed.
 *
 * @param objects by name, as plain values
 * @param crs the name in a member "crs"; null where there is none
 */
record TopoJsonFile(Map<String, @Nullable Object> objects, TopoArcs arcs, @Nullable String crs) {

  static TopoJsonFile read(Path file) {
    try (JsonParser in = JsonTokens.open(file)) {
      in.nextToken();
      Walk walk = new Walk(file);
      walk.members(in);
      if (in.nextToken() != null) {
        throw JsonTokens.damaged(file, "there is more behind its end");
      }
      return new TopoJsonFile(
          walk.objects, TopoArcs.of(file, walk.arcs, walk.transform), crs(walk.crs));
    } catch (JacksonException e) {
      throw JsonTokens.damaged(file, e);
    }
  }

  private static @Nullable String crs(@Nullable Object member) {
    if (member == null) {
      return null;
    }
    return member instanceof Map<?, ?> crs
            && crs.get("properties") instanceof Map<?, ?> properties
            && properties.get("name") instanceof String name
        ? name
        : "";
  }

  private static final class Walk {
    private final Path file;
    private Map<String, @Nullable Object> objects = Map.of();
    private List<double[]> arcs = List.of();
    private @Nullable Object transform;
    private @Nullable Object crs;

    Walk(Path file) {
      this.file = file;
    }

    void members(JsonParser in) {
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String member = in.currentName();
        in.nextToken();
        switch (member) {
          case "objects" -> objects = JsonValues.readMembers(in);
          case "arcs" -> arcs = arcs(in);
          case "transform" -> transform = JsonValues.read(in);
          case "crs" -> crs = JsonValues.read(in);
          default -> in.skipChildren();
        }
      }
    }

    private List<double[]> arcs(JsonParser in) {
      expect(in.currentToken() == JsonToken.START_ARRAY);
      List<double[]> arcs = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        expect(in.currentToken() == JsonToken.START_ARRAY);
        PositionList positions = new PositionList();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          expect(in.currentToken() == JsonToken.START_ARRAY);
          positions.add(number(in), number(in));
          while (in.nextToken() != JsonToken.END_ARRAY) {
            in.skipChildren();
          }
        }
        arcs.add(positions.values());
      }
      return arcs;
    }

    private double number(JsonParser in) {
      JsonToken token = in.nextToken();
      expect(token != null && token.isNumeric());
      return in.getDoubleValue();
    }

    private void expect(boolean right) {
      if (!right) {
        throw JsonTokens.damaged(file, "its arcs are not lists of positions");
      }
    }
  }

  /** Pairs of numbers in one array that grows. */
  private static final class PositionList {
    private double[] values = new double[16];
    private int size;

    void add(double x, double y) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = x;
      values[size++] = y;
    }

    double[] values() {
      return Arrays.copyOf(values, size);
    }
  }
}
