package org.gridward.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A refusal as it goes over the wire: {@code type, title, status, detail, code, requestId} and the
 * problem's own fields beside them (RFC 9457).
 *
 * @param code stable; what screens translate
 * @param detail English prose that shows the value and the way out
 */
public record ProblemBody(
    HttpStatus status, String code, String detail, Map<String, Object> fields) {

  /** A problem of the modules. */
  public static ProblemBody of(Problem problem) {
    HttpStatus status =
        switch (problem) {
          case Problem.NotFound _ -> HttpStatus.NOT_FOUND;
          case Problem.Rejected _ -> HttpStatus.UNPROCESSABLE_CONTENT;
          case Problem.Unauthenticated _ -> HttpStatus.UNAUTHORIZED;
          case Problem.Conflict _ -> HttpStatus.CONFLICT;
          case Problem.Forbidden _ -> HttpStatus.FORBIDDEN;
          case Problem.TooMany _ -> HttpStatus.TOO_MANY_REQUESTS;
          case Problem.NotReady _ -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return new ProblemBody(status, problem.code(), text(problem.getMessage()), problem.fields());
  }

  private static String text(@Nullable String message) {
    return message == null ? "" : message;
  }

  /** The members in the order in which they are written. */
  public Map<String, Object> toJson(HttpServletRequest request) {
    Map<String, Object> json = new LinkedHashMap<>(fields);
    Map<String, Object> ordered = new LinkedHashMap<>();
    ordered.put("type", "urn:gridward:problem:" + code);
    ordered.put("title", status.getReasonPhrase());
    ordered.put("status", status.value());
    ordered.put("detail", detail);
    ordered.put("code", code);
    json.keySet().removeAll(ordered.keySet());
    ordered.putAll(json);
    ordered.put("requestId", RequestId.of(request));
    return ordered;
  }

  /** The answer with this body. */
  public ResponseEntity<Object> toResponse(HttpServletRequest request) {
    var response =
        ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header("Cache-Control", "no-store");
    if (fields.get("retryAfterSeconds") instanceof Number seconds) {
      response.header("Retry-After", seconds.toString());
    }
    return response.body(toJson(request));
  }
}
