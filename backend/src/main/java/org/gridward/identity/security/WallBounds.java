package org.gridward.identity.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.gridward.shared.web.ProblemWriter;
import org.gridward.shared.web.SecurityProblems;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * All that a wall may reach: it reads what it shows, and nothing else, whatever else may be open to
 * everybody. Its area is the controllers' concern.
 */
final class WallBounds extends OncePerRequestFilter {

  private static final Set<String> READS =
      Set.of(
          "/",
          "/wall",
          "/signin",
          "/error",
          "/favicon.ico",
          "/api/areas",
          "/api/basemap",
          "/api/categories",
          "/api/facility-kinds",
          "/api/facilities/map",
          "/api/live/snapshot",
          "/api/wall/figures",
          "/api/wall/scenes",
          "/ws");

  private static final Pattern READS_BELOW =
      Pattern.compile(
          "/api/areas/\\d+(/cells\\.geojson)?|/api/basemap/[\\w.-]+/\\d+/\\d+/\\d+\\.mvt");

  /** Somebody may sign in at a wall. */
  private static final String SESSION = "/api/session";

  private final ProblemWriter problems;

  WallBounds(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isWall() && !isAllowed(request)) {
      problems.write(request, response, SecurityProblems.notAllowed());
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isWall() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication c
        && c.getPrincipal().isWall();
  }

  private static boolean isAllowed(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return path.equals(SESSION)
        || (reads
            && (READS.contains(path)
                || OpenPaths.isFile(request)
                || READS_BELOW.matcher(path).matches()));
  }
}
