package org.gridward.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Tells every refusal in one form. What the caller did wrong is a 4xx with a code and a sentence
 * that helps; what we did wrong is a 500 that only names the request's id.
 */
@RestControllerAdvice
@Order(0)
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<Object> refused(Problem problem, HttpServletRequest request) {
    return ProblemBody.of(problem).toResponse(request);
  }

  @ExceptionHandler
  ResponseEntity<Object> unreadable(
      HttpMessageNotReadableException failure, HttpServletRequest request) {
    return UnreadableBody.explain(failure).toResponse(request);
  }

  @ExceptionHandler
  ResponseEntity<Object> tooLarge(BodyTooLarge failure, HttpServletRequest request) {
    return UnreadableBody.tooLarge(failure.limitBytes()).toResponse(request);
  }

  @ExceptionHandler
  ResponseEntity<Object> upload(MultipartException failure, HttpServletRequest request) {
    if (failure instanceof MaxUploadSizeExceededException large) {
      return UnreadableBody.tooLarge(large.getMaxUploadSize()).toResponse(request);
    }
    return badRequest(
        request, "malformed-upload", "send multipart/form-data with the documented parts");
  }

  @ExceptionHandler
  ResponseEntity<Object> missing(MissingRequestValueException failure, HttpServletRequest request) {
    String name =
        failure instanceof MissingServletRequestParameterException parameter
            ? parameter.getParameterName()
            : String.valueOf(failure.getBody().getDetail());
    return new ProblemBody(
            HttpStatus.BAD_REQUEST,
            "missing-parameter",
            "'%s' is needed here".formatted(name),
            Map.of("parameter", name))
        .toResponse(request);
  }

  @ExceptionHandler
  ResponseEntity<Object> missing(
      MissingServletRequestPartException failure, HttpServletRequest request) {
    return badRequest(
        request,
        "missing-parameter",
        "the part '%s' is needed".formatted(failure.getRequestPartName()));
  }

  @ExceptionHandler
  ResponseEntity<Object> wrongParameter(
      MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
    for (Throwable c = failure; c != null; c = c.getCause()) {
      if (c instanceof Problem problem) {
        return ProblemBody.of(problem).toResponse(request);
      }
    }
    return WrongParameter.explain(failure.getName(), failure.getValue(), failure.getRequiredType())
        .toResponse(request);
  }

  @ExceptionHandler
  ResponseEntity<Object> invalid(
      MethodArgumentNotValidException failure, HttpServletRequest request) {
    for (FieldError error : failure.getFieldErrors()) {
      if (error.isBindingFailure()) {
        return WrongParameter.explain(error).toResponse(request);
      }
    }
    return invalid(
        failure.getFieldErrors().stream().map(ProblemAdvice::describe).toList(), request);
  }

  private static Map<String, Object> describe(FieldError error) {
    return Map.of("property", error.getField(), "message", text(error));
  }

  private static String text(MessageSourceResolvable error) {
    return error.getDefaultMessage() == null ? "invalid" : error.getDefaultMessage();
  }

  @ExceptionHandler
  ResponseEntity<Object> invalid(
      HandlerMethodValidationException failure, HttpServletRequest request) {
    List<Map<String, Object>> errors = new ArrayList<>();
    for (var parameter : failure.getParameterValidationResults()) {
      for (MessageSourceResolvable error : parameter.getResolvableErrors()) {
        String name =
            error instanceof FieldError field
                ? field.getField()
                : String.valueOf(parameter.getMethodParameter().getParameterName());
        errors.add(Map.of("property", name, "message", text(error)));
      }
    }
    return invalid(errors, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> invalid(ConstraintViolationException failure, HttpServletRequest request) {
    return invalid(
        failure.getConstraintViolations().stream()
            .map(
                v ->
                    Map.<String, Object>of(
                        "property", v.getPropertyPath().toString(), "message", v.getMessage()))
            .toList(),
        request);
  }

  private static ResponseEntity<Object> invalid(
      List<Map<String, Object>> errors, HttpServletRequest request) {
    List<String> sentences =
        errors.stream().map(e -> e.get("property") + " " + e.get("message")).sorted().toList();
    return new ProblemBody(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "invalid-fields",
            UnreadableBody.shorten(String.join("; ", sentences)),
            Map.of("errors", errors))
        .toResponse(request);
  }

  @ExceptionHandler
  ResponseEntity<Object> mediaType(
      HttpMediaTypeNotSupportedException failure, HttpServletRequest request) {
    List<String> supported =
        failure.getSupportedMediaTypes().stream().map(Object::toString).sorted().toList();
    return new ProblemBody(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "send the body as " + String.join(" or ", supported),
            Map.of("supported", supported))
        .toResponse(request);
  }

  @ExceptionHandler
  ResponseEntity<Object> notAcceptable(
      HttpMediaTypeNotAcceptableException failure, HttpServletRequest request) {
    return new ProblemBody(
            HttpStatus.NOT_ACCEPTABLE,
            "not-acceptable",
            "this is available as " + failure.getSupportedMediaTypes(),
            Map.of())
        .toResponse(request);
  }

  @ExceptionHandler
  ResponseEntity<Object> method(
      HttpRequestMethodNotSupportedException failure, HttpServletRequest request) {
    String[] supported = failure.getSupportedMethods();
    List<String> allowed =
        supported == null ? List.of() : List.copyOf(new TreeSet<>(List.of(supported)));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("allowed", allowed);
    var response =
        new ProblemBody(
                HttpStatus.METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "use " + String.join(" or ", allowed) + " here",
                fields)
            .toResponse(request);
    return ResponseEntity.status(response.getStatusCode())
        .headers(response.getHeaders())
        .header("Allow", String.join(", ", allowed))
        .body(response.getBody());
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  ResponseEntity<Object> unknownPath(HttpServletRequest request) {
    return new ProblemBody(
            HttpStatus.NOT_FOUND,
            "unknown-path",
            "there is nothing at " + UnreadableBody.shorten(request.getRequestURI()),
            Map.of())
        .toResponse(request);
  }

  @ExceptionHandler
  ResponseEntity<Object> notSignedIn(AuthenticationException failure, HttpServletRequest request) {
    return SecurityProblems.notSignedIn().toResponse(request);
  }

  @ExceptionHandler
  ResponseEntity<Object> denied(AccessDeniedException failure, HttpServletRequest request) {
    return SecurityProblems.notAllowed().toResponse(request);
  }

  @ExceptionHandler
  ResponseEntity<Object> lostRace(ConcurrencyFailureException failure, HttpServletRequest request) {
    LOG.info("lost a race: {}", failure.getMessage());
    return new ProblemBody(
            HttpStatus.CONFLICT,
            "changed-meanwhile",
            "somebody else changed this at the same moment; load it again and repeat",
            Map.of())
        .toResponse(request);
  }

  @ExceptionHandler
  void gone(AsyncRequestNotUsableException failure) {
    LOG.debug("the client left before the answer: {}", failure.getMessage());
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> unexpected(Exception failure, HttpServletRequest request) {
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      LOG.debug("the client left during the answer: {}", failure.getMessage());
      return null;
    }
    ProblemBody textFault = DatabaseRefusal.explain(failure);
    if (textFault != null) {
      return textFault.toResponse(request);
    }
    if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return new ProblemBody(
              HttpStatus.valueOf(known.getStatusCode().value()),
              "bad-request",
              UnreadableBody.shorten(String.valueOf(known.getBody().getDetail())),
              Map.of())
          .toResponse(request);
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
    return ourFault().toResponse(request);
  }

  static ProblemBody ourFault() {
    return new ProblemBody(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal",
        "something failed on our side; tell your administrator the request id",
        Map.of());
  }

  private static ResponseEntity<Object> badRequest(
      HttpServletRequest request, String code, String detail) {
    return new ProblemBody(HttpStatus.BAD_REQUEST, code, detail, Map.of()).toResponse(request);
  }
}
