package org.gridward.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.regex.Pattern;
import org.gridward.shared.Ids;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id, taken from {@code X-Request-Id} where that is a sane one; it stands in
 * the response, in every log line ({@code requestId}) and in every problem.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestId extends OncePerRequestFilter {

  private static final String HEADER = "X-Request-Id";
  private static final String KEY = "requestId";
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private final Clock clock;

  RequestId(Clock clock) {
    this.clock = clock;
  }

  /** The id of the request; empty outside of one. */
  public static String of(HttpServletRequest request) {
    return request.getAttribute(KEY) instanceof String id ? id : "";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = choose(request);
    request.setAttribute(KEY, id);
    response.setHeader(HEADER, id);
    try (var _ = MDC.putCloseable(KEY, id)) {
      chain.doFilter(request, response);
    }
  }

  private String choose(HttpServletRequest request) {
    String given = request.getHeader(HEADER);
    return given != null && SANE.matcher(given).matches()
        ? given
        : Ids.newId(clock.instant()).toString();
  }
}
