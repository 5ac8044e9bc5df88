package org.gridward.gis.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/**
 * One JSON value as plain objects: String, Long, BigInteger, Double, Boolean, List, Map, null.
 * Depth is bounded by the parser (500).
 */
final class JsonValues {
  private JsonValues() {}

  /** The value at the current token; leaves the parser at the value's last token. */
  static @Nullable Object read(JsonParser in) {
    return switch (in.currentToken()) {
      case START_OBJECT -> readMembers(in);
      case START_ARRAY -> readArray(in);
      case VALUE_NUMBER_INT -> integer(in);
      case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case VALUE_STRING -> in.getString();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      default -> null;
    };
  }

  private static Object integer(JsonParser in) {
    return in.getNumberType() == NumberType.BIG_INTEGER
        ? in.getBigIntegerValue()
        : (Object) in.getLongValue();
  }

  /** The members of the object at the current token; empty where it is something else. */
  static Map<String, @Nullable Object> readMembers(JsonParser in) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (in.currentToken() != JsonToken.START_OBJECT) {
      in.skipChildren();
      return members;
    }
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      members.put(name, read(in));
    }
    return members;
  }

  private static List<@Nullable Object> readArray(JsonParser in) {
    List<@Nullable Object> values = new ArrayList<>(4);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      values.add(read(in));
    }
    return values;
  }
}
