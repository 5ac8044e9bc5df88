package org.gridward.shared.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in words why a JSON body could not be read. */
final class UnreadableBody {

  private UnreadableBody() {}

  static ProblemBody explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      ProblemBody known = explainOne(cause);
      if (known != null) {
        return known;
      }
    }
    return new ProblemBody(
        HttpStatus.BAD_REQUEST, "missing-body", "a JSON body is needed here", Map.of());
  }

  private static @Nullable ProblemBody explainOne(Throwable cause) {
    return switch (cause) {
      case Problem problem -> ProblemBody.of(problem);
      case BodyTooLarge large -> tooLarge(large.limitBytes());
      case UnrecognizedPropertyException unknown -> unknownProperty(unknown);
      case ValueInstantiationException wrong when !(wrong.getCause() instanceof Problem) ->
          invalidValue(wrong);
      case ValueInstantiationException _ -> null;
      case MismatchedInputException wrong -> wrongType(wrong);
      case StreamReadException broken when broken.getCause() == null -> malformed(broken);
      default -> null;
    };
  }

  static ProblemBody tooLarge(long limitBytes) {
    String detail =
        limitBytes > 0
            ? "the body must not be longer than %d bytes; send less at a time".formatted(limitBytes)
            : "the body is too large; send less at a time";
    return new ProblemBody(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        detail,
        limitBytes > 0 ? Map.of("limitBytes", limitBytes) : Map.of());
  }

  private static ProblemBody unknownProperty(UnrecognizedPropertyException unknown) {
    List<String> known = names(unknown);
    return new ProblemBody(
        HttpStatus.BAD_REQUEST,
        "unknown-property",
        "'%s' is not known here; known are %s"
            .formatted(shorten(path(unknown)), String.join(", ", known)),
        Map.of("property", shorten(path(unknown)), "known", known));
  }

  private static List<String> names(UnrecognizedPropertyException unknown) {
    var ids = unknown.getKnownPropertyIds();
    return ids == null ? List.of() : ids.stream().map(String::valueOf).sorted().toList();
  }

  private static ProblemBody invalidValue(ValueInstantiationException wrong) {
    Throwable cause = wrong.getCause();
    String why = cause == null || cause.getMessage() == null ? "invalid" : cause.getMessage();
    return new ProblemBody(
        HttpStatus.BAD_REQUEST,
        "invalid-value",
        "%s: %s".formatted(place(wrong), shorten(why)),
        Map.of("property", path(wrong)));
  }

  private static ProblemBody wrongType(MismatchedInputException wrong) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("property", path(wrong));
    Class<?> target = wrong.getTargetType();
    String expected = target == null ? "another type" : describe(target);
    fields.put("expected", expected);
    return new ProblemBody(
        HttpStatus.BAD_REQUEST,
        "wrong-type",
        "%s must be %s".formatted(place(wrong), expected),
        fields);
  }

  private static String describe(Class<?> type) {
    if (type.isEnum()) {
      List<String> names = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        names.add(constant.toString());
      }
      return "one of " + String.join(", ", names);
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer", "long", "Long", "short", "Short" -> "a whole number in range";
      case "double", "Double", "float", "Float", "BigDecimal" -> "a number";
      case "boolean", "Boolean" -> "true or false";
      case "String" -> "a text without control characters";
      case "Instant" -> "a time such as 2026-08-01T09:41:00Z";
      case "UUID" -> "an id such as 0198a1b2-0000-7000-8000-000000000000";
      case "List", "Set", "ArrayList", "Collection" -> "a list";
      default -> "an object with the documented properties";
    };
  }

  private static ProblemBody malformed(StreamReadException broken) {
    return new ProblemBody(
        HttpStatus.BAD_REQUEST,
        "malformed-json",
        "the body is not JSON: line %d, column %d: %s"
            .formatted(
                broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(),
                broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr(),
                shorten(broken.getOriginalMessage())),
        Map.of());
  }

  private static String place(JacksonException at) {
    String path = path(at);
    return path.isEmpty() ? "the body" : shorten(path);
  }

  private static String path(JacksonException at) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : at.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return shorten(path.toString());
  }

  static String shorten(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= 200 ? line : line.substring(0, 200) + "…";
  }
}
