package org.gridward.streets.web;

import java.util.Map;
import org.gridward.gis.streets.Travel;
import org.gridward.identity.Caller;
import org.gridward.shared.OnServer;
import org.gridward.shared.Problem;
import org.gridward.streets.Streets;
import org.gridward.streets.Way;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What street network there is, and how far it is along it. */
@OnServer
@RestController
class StreetController {

  private final Streets streets;

  StreetController(Streets streets) {
    this.streets = streets;
  }

  /**
   * What is there.
   *
   * @param version null without a network, as all that follows
   * @param stretches of street between two crossings
   * @param bbox west, south, east, north in degrees
   */
  record StreetsView(
      @Nullable String version,
      @Nullable Integer stretches,
      double @Nullable [] bbox,
      @Nullable String attribution) {

    static StreetsView of(Streets.Edition edition) {
      Envelope box = edition.box();
      return new StreetsView(
          edition.version(),
          edition.network().graph().edges(),
          new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()},
          edition.attribution());
    }
  }

  /**
   * A way.
   *
   * @param distance {@code street} or {@code straight-line}
   * @param seconds null for a straight line
   */
  record WayView(String distance, double metres, @Nullable Long seconds) {
    static WayView of(Way way) {
      Double seconds = way.seconds();
      return new WayView(
          way.distance().word(),
          Math.round(way.metres() * 10) / 10.0,
          seconds == null ? null : Math.round(seconds));
    }
  }

  @GetMapping("/api/streets")
  ResponseEntity<StreetsView> get() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(streets.find().map(StreetsView::of).orElse(new StreetsView(null, null, null, null)));
  }

  @GetMapping("/api/streets/way")
  WayView way(
      Caller caller,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(defaultValue = "foot") String by) {
    double[] start = place("from", from);
    double[] end = place("to", to);
    return WayView.of(streets.from(start[0], start[1], travel(by)).to(end[0], end[1]));
  }

  private static Travel travel(String by) {
    return switch (by) {
      case "foot" -> Travel.ON_FOOT;
      case "car" -> Travel.BY_CAR;
      default ->
          throw new Problem.Rejected(
              "travel-unknown",
              "by ('%s') must be foot or car".formatted(by),
              Map.of("field", "by"));
    };
  }

  private static double[] place(String field, String text) {
    String[] parts = text.split(",", -1);
    try {
      double lon = Double.parseDouble(parts[0]);
      double lat = Double.parseDouble(parts[1]);
      if (parts.length == 2 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
        return new double[] {lon, lat};
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
      // told below
    }
    throw new Problem.Rejected(
        "place-malformed",
        "%s must be lon,lat in degrees, such as -74.0,40.7".formatted(field),
        Map.of("field", field));
  }
}
