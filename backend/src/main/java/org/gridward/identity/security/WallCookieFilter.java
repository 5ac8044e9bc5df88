package org.gridward.identity.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows a wall by its cookie, which {@code /wall?token=…} is exchanged for, so that the token
 * stands in no address, no history and no script. Somebody who has signed in there counts before
 * it.
 */
final class WallCookieFilter extends OncePerRequestFilter {

  static final String COOKIE = "GRIDWARD_WALL";

  /** As long as browsers allow; each visit of the page begins it anew. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final ApiKeys keys;

  WallCookieFilter(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return OpenPaths.isFile(request) || ApiKeyFilter.isBearer(request);
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean page = request.getRequestURI().equals("/wall") && request.getMethod().equals("GET");
    String offered = page ? request.getParameter("token") : null;
    if (offered != null) {
      exchange(request, response, offered);
      return;
    }
    String token = token(request);
    if (token != null && SecurityContextHolder.getContext().getAuthentication() == null) {
      Optional<Caller> wall = keys.findCaller(token).filter(Caller::isWall);
      if (wall.isPresent()) {
        SecurityContextHolder.setContext(
            new SecurityContextImpl(new CallerAuthentication(wall.get(), true)));
        if (page) {
          keep(request, response, token);
        }
      }
    }
    chain.doFilter(request, response);
  }

  /** To the same page without the token; who has no true one is asked to sign in there. */
  private void exchange(HttpServletRequest request, HttpServletResponse response, String token) {
    if (keys.findCaller(token).filter(Caller::isWall).isPresent()) {
      keep(request, response, token);
    }
    String query =
        Arrays.stream(Optional.ofNullable(request.getQueryString()).orElse("").split("&"))
            .filter(part -> part.matches("(lang|area)=[\\w-]*"))
            .collect(Collectors.joining("&"));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.LOCATION, query.isEmpty() ? "/wall" : "/wall?" + query);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }

  private static void keep(HttpServletRequest request, HttpServletResponse response, String token) {
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, token)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(KEPT)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static @Nullable String token(HttpServletRequest request) {
    if (request.getCookies() == null) {
      return null;
    }
    return Arrays.stream(request.getCookies())
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .findFirst()
        .orElse(null);
  }
}
