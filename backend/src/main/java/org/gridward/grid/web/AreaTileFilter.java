package org.gridward.grid.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gridward.grid.AreaTiles;
import org.gridward.identity.CurrentCaller;
import org.gridward.shared.web.MadeTile;
import org.gridward.shared.web.VectorTiles;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Answers for tiles of areas whose address names exactly what the caller sees. It stands behind
 * sign-in and before the controllers, whose machinery takes longer than the tile; everything else,
 * errors included, is {@link AreaTileController}'s. The version in the address is a digest of what
 * the caller may see, so an address that fits the caller is the caller's.
 */
@Component
@Order(AreaTileFilter.AFTER_SIGN_IN)
class AreaTileFilter extends HttpFilter {

  static final int AFTER_SIGN_IN = 0;

  private static final long serialVersionUID = 1L;
  private static final String BELOW = "/api/tiles/";
  private static final String PATTERN = "/api/tiles/{layer}/{version}/{z}/{x}/{y}.mvt";

  private final transient AreaTiles tiles;

  AreaTileFilter(AreaTiles tiles) {
    this.tiles = tiles;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<MadeTile> tile = find(request);
    if (tile.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    ServerHttpObservationFilter.findObservationContext(request)
        .ifPresent(seen -> seen.setPathPattern(PATTERN));
    VectorTiles.write(tile.get(), request, response);
  }

  private Optional<MadeTile> find(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (!path.startsWith(BELOW)
        || !request.getMethod().equals("GET")
        || request.getQueryString() != null) {
      return Optional.empty();
    }
    try {
      return CurrentCaller.find()
          .flatMap(caller -> tiles.findAt(path.substring(BELOW.length()), caller.scopes()));
    } catch (DataAccessException e) {
      return Optional.empty(); // the controller meets the same and says so in words
    }
  }
}
