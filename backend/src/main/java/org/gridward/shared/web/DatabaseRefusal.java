package org.gridward.shared.web;

import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The net under input that only the database found unacceptable (SQLSTATE class 22). */
final class DatabaseRefusal {

  private DatabaseRefusal() {}

  static @Nullable ProblemBody explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().startsWith("22")) {
        return new ProblemBody(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "unacceptable-value",
            "a value is out of range or holds characters that cannot be kept",
            Map.of());
      }
    }
    return null;
  }
}
