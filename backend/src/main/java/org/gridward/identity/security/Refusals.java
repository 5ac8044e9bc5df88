package org.gridward.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gridward.shared.web.PageFiles;
import org.gridward.shared.web.ProblemBody;
import org.gridward.shared.web.ProblemWriter;
import org.gridward.shared.web.SecurityProblems;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Answers what security refuses: a problem for programs; for people the sign-in page, or one that
 * says that there is nothing at an address.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ProblemWriter problems;
  private final PageFiles pages;

  Refusals(ProblemWriter problems, PageFiles pages) {
    this.problems = problems;
    this.pages = pages;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String path = request.getRequestURI();
    if (OpenPaths.PAGES.contains(path)) {
      String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
      String next = URLEncoder.encode(path + query, StandardCharsets.UTF_8);
      response.setHeader("Cache-Control", "no-store");
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", "/signin?next=" + next);
      return;
    }
    refuse(request, response, SecurityProblems.notSignedIn());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    if (failure instanceof CsrfException) {
      problems.write(request, response, SecurityProblems.csrf());
      return;
    }
    refuse(request, response, SecurityProblems.notAllowed());
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemBody closed)
      throws IOException {
    if (isClosed(request.getRequestURI())) {
      problems.write(request, response, closed);
    } else if (isPerson(request)) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      response.setHeader("Cache-Control", "no-store");
      response.setContentType("text/html;charset=UTF-8");
      response.getWriter().write(pages.html("missing"));
    } else {
      problems.write(request, response, unknownPath());
    }
  }

  /** Whether the answer is going to be looked at. */
  private static boolean isPerson(HttpServletRequest request) {
    String accepted = request.getHeader("Accept");
    return accepted != null && accepted.contains("text/html");
  }

  private static boolean isClosed(String path) {
    return path.startsWith("/api/") || path.startsWith("/ws") || path.startsWith("/actuator");
  }

  private static ProblemBody unknownPath() {
    return new ProblemBody(
        HttpStatus.NOT_FOUND, "unknown-path", "there is nothing at this address", Map.of());
  }
}
