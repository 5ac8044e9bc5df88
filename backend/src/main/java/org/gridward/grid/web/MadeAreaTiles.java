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
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Hands out tiles of areas that are made already. It stands behind sign-in and before the
 * controllers, whose machinery takes longer than the tile; whatever it does not know exactly is
 * {@link AreaTileController}'s. The version in the address names what the caller may see, so an
 * address that fits the caller is the caller's.
 */
@Component
@Order(MadeAreaTiles.AFTER_SIGN_IN)
class MadeAreaTiles extends HttpFilter {

  static final int AFTER_SIGN_IN = 0;

  private static final long serialVersionUID = 1L;
  private static final String BELOW = "/api/tiles/";
  private static final String PATTERN = "/api/tiles/{layer}/{version}/{z}/{x}/{y}.mvt";

  private final transient AreaTiles tiles;

  MadeAreaTiles(AreaTiles tiles) {
    this.tiles = tiles;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<MadeTile> made = find(request);
    if (made.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    ServerHttpObservationFilter.findObservationContext(request)
        .ifPresent(seen -> seen.setPathPattern(PATTERN));
    VectorTiles.write(made.get(), request, response);
  }

  private Optional<MadeTile> find(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith(BELOW)
            && request.getMethod().equals("GET")
            && request.getQueryString() == null
        ? CurrentCaller.find()
            .flatMap(caller -> tiles.findMade(path.substring(BELOW.length()), caller.scopes()))
        : Optional.empty();
  }
}
