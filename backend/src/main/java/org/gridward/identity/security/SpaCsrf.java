package org.gridward.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * CSRF protection for pages that call an API: the token stands in a cookie that our own scripts can
 * read and comes back as a header. The cookie is set with pages and API answers, not with files.
 */
final class SpaCsrf extends CsrfTokenRequestAttributeHandler {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final String SESSION_COOKIE = "GRIDWARD";

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
    super.handle(request, response, token);
    if (!ApiKeyFilter.isBearer(request) && !OpenPaths.isFile(request)) {
      String unused = token.get().getToken(); // writes the cookie
    }
  }

  /**
   * What must be protected: each change that a browser's cookie gives authority to, and signing in
   * itself. A key in a header, or no authority at all, cannot be misused by another site.
   */
  static RequestMatcher changesByCookie() {
    return request ->
        !SAFE.contains(request.getMethod())
            && !ApiKeyFilter.isBearer(request)
            && (hasSession(request) || request.getRequestURI().startsWith("/api/session"));
  }

  private static boolean hasSession(HttpServletRequest request) {
    if (request.getCookies() == null) {
      return false;
    }
    for (var cookie : request.getCookies()) {
      if (cookie.getName().equals(SESSION_COOKIE)) {
        return true;
      }
    }
    return false;
  }
}
