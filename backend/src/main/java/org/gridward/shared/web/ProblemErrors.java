package org.gridward.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The same form for what fails outside of controllers: in filters and in the container. */
@Controller
class ProblemErrors implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<Object> error(HttpServletRequest request) {
    return explain(request).toResponse(request);
  }

  private static ProblemBody explain(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof BodyTooLarge large) {
          return UnreadableBody.tooLarge(large.limitBytes());
        }
      }
    }
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    if (status == null || !status.is4xxClientError()) {
      return status == null ? unknownPath() : ProblemAdvice.ourFault();
    }
    return switch (status) {
      case NOT_FOUND -> unknownPath();
      case UNAUTHORIZED -> SecurityProblems.notSignedIn();
      case FORBIDDEN -> SecurityProblems.notAllowed();
      default ->
          new ProblemBody(status, "bad-request", "the request cannot be understood", Map.of());
    };
  }

  private static ProblemBody unknownPath() {
    return new ProblemBody(
        HttpStatus.NOT_FOUND, "unknown-path", "there is nothing at this address", Map.of());
  }
}
