package org.gridward.shared.web;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The net under input that only the database found unacceptable (SQLSTATE classes 22 and 23). */
final class DatabaseRefusal {

  private DatabaseRefusal() {}

  static @Nullable ProblemBody explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return explain(sql.getSQLState());
      }
    }
    return null;
  }

  private static @Nullable ProblemBody explain(String state) {
    return switch (state) {
      case "23505", "23P01" ->
          new ProblemBody(
              HttpStatus.CONFLICT,
              "exists-already",
              "this collides with what is there already; load it again",
              Map.of());
      case "23503" ->
          new ProblemBody(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "unknown-reference",
              "something that is referred to does not exist",
              Map.of());
      default -> state.startsWith("22") ? unacceptable() : null;
    };
  }

  private static ProblemBody unacceptable() {
    return new ProblemBody(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "unacceptable-value",
        "a value is out of range or holds characters that cannot be kept",
        Map.of());
  }
}
