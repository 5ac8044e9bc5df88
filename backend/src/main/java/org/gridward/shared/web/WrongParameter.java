package org.gridward.shared.web;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;

/** Says what a parameter of the address should have been. */
final class WrongParameter {

  private WrongParameter() {}

  static ProblemBody explain(FieldError error) {
    Class<?> type =
        error.contains(TypeMismatchException.class)
            ? error.unwrap(TypeMismatchException.class).getRequiredType()
            : null;
    return explain(error.getField(), error.getRejectedValue(), type);
  }

  static ProblemBody explain(String name, @Nullable Object value, @Nullable Class<?> type) {
    String shown = UnreadableBody.shorten(String.valueOf(value));
    return new ProblemBody(
        HttpStatus.BAD_REQUEST,
        "invalid-parameter",
        "%s ('%s') must be %s".formatted(name, shown, expected(type)),
        Map.of("parameter", name, "value", shown));
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    if (type.isEnum()) {
      return "one of "
          + String.join(", ", Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
    }
    return "a valid " + type.getSimpleName();
  }
}
