package org.gridward.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What anybody may reach without signing in. Everything else is closed. */
final class OpenPaths {

  static final List<String> READ =
      List.of(
          "/",
          "/signin",
          "/app/**",
          "/webjars/**",
          "/fonts/**",
          "/favicon.ico",
          "/manifest.webmanifest",
          "/sw.js",
          "/error",
          "/actuator/health",
          "/actuator/health/**",
          "/api/session",
          "/api/categories",
          "/api/facility-kinds",
          "/api/facilities",
          "/api/facilities/*",
          "/api/places",
          "/api/places/*",
          "/api/track/*",
          "/api/streets",
          "/api/tiles/facilities",
          "/api/tiles/facilities/**",
          "/api/basemap",
          "/api/basemap/**");

  static final List<String> POST = List.of("/api/session", "/api/incidents", "/api/attachments");

  static final List<String> DELETE = List.of("/api/session");

  /** Pages that send those who are not signed in to sign in first. */
  static final List<String> PAGES =
      List.of("/console", "/field", "/wall", "/insight", "/admin", "/shift", "/style");

  private OpenPaths() {}

  static boolean isFile(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/app/") || path.startsWith("/webjars/") || path.startsWith("/fonts/");
  }
}
