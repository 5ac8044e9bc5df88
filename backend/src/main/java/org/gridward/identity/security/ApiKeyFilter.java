package org.gridward.identity.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Caller;
import org.gridward.shared.web.ProblemWriter;
import org.gridward.shared.web.SecurityProblems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows the caller by {@code Authorization: Bearer gw_…}; a session beside it does not count. */
final class ApiKeyFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;
  private final ProblemWriter problems;

  ApiKeyFilter(ApiKeys keys, ProblemWriter problems) {
    this.keys = keys;
    this.problems = problems;
  }

  static boolean isBearer(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !isBearer(request);
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String token = request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip();
    Optional<Caller> caller = keys.findCaller(token);
    if (caller.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      problems.write(request, response, SecurityProblems.notSignedIn());
      return;
    }
    SecurityContextHolder.setContext(
        new SecurityContextImpl(new CallerAuthentication(caller.get(), true)));
    chain.doFilter(request, response);
  }
}
