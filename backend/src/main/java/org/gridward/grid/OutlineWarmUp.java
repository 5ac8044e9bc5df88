package org.gridward.grid;

import java.util.List;
import org.gridward.grid.CellOutlines.Detail;
import org.gridward.shared.AreaPath;
import org.gridward.shared.OnServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Draws the cells once the server is up, beside the first requests: the first drawing of a city in
 * a program that has just started takes seconds, and the first screen would wait for it.
 */
@Component
@OnServer
class OutlineWarmUp {

  private static final Logger LOG = LoggerFactory.getLogger(OutlineWarmUp.class);

  private final CellOutlines outlines;

  OutlineWarmUp(CellOutlines outlines) {
    this.outlines = outlines;
  }

  @EventListener(ApplicationReadyEvent.class)
  void draw() {
    Thread.ofPlatform().name("cell-outlines").daemon().start(this::drawNow);
  }

  private void drawNow() {
    try {
      outlines.geoJson(List.of(AreaPath.ROOT), Detail.LOW);
    } catch (RuntimeException e) {
      LOG.warn("The cells could not be drawn ahead: {}", e.toString());
    }
  }
}
