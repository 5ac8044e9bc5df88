package org.gridward.insight.web;

import java.util.Arrays;
import org.gridward.gis.heat.HeatGrid;
import org.gridward.gis.heat.HeatSurface;
import org.gridward.identity.Caller;
import org.gridward.insight.Insight;
import org.gridward.insight.InsightQuery;
import org.gridward.insight.web.FilterRequest.BadFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Density surfaces: docs/api/insight.md. */
@RestController
class HeatController {

  private static final MediaType HEAT = MediaType.parseMediaType("application/vnd.gridward.heat");

  private final Insight insight;
  private final FilterRequest filters;
  private final JsonMapper json;

  HeatController(Insight insight, FilterRequest filters, JsonMapper json) {
    this.insight = insight;
    this.filters = filters;
    this.json = json;
  }

  @GetMapping("/api/insight/heat")
  ResponseEntity<byte[]> heat(
      Caller caller,
      @RequestParam String bbox,
      @RequestParam int width,
      @RequestParam int height,
      @RequestParam double bandwidth,
      @RequestParam(defaultValue = "false") boolean compare,
      @RequestParam(defaultValue = "0") long area,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String category) {
    InsightQuery query = filters.read(caller, area, from, to, category);
    HeatSurface surface = surface(query, grid(bbox, width, height), bandwidth, compare);
    return ResponseEntity.ok()
        .contentType(HEAT)
        .cacheControl(CacheControl.noStore())
        .body(HeatImage.of(surface, bandwidth, compare, json));
  }

  private HeatSurface surface(
      InsightQuery query, HeatGrid grid, double bandwidth, boolean compare) {
    try {
      HeatSurface now = insight.surface(query, grid, bandwidth);
      return compare ? now.minus(insight.surface(query.before(), grid, bandwidth)) : now;
    } catch (IllegalArgumentException _) {
      throw new BadFilter(
          "bandwidth",
          bandwidth,
          "must be 1 to 100000 metres and not much more than the box's sides");
    }
  }

  private static HeatGrid grid(String bbox, int width, int height) {
    double[] sides = sides(bbox);
    try {
      return new HeatGrid(sides[0], sides[1], sides[2], sides[3], width, height);
    } catch (IllegalArgumentException _) {
      throw new BadFilter(
          "bbox",
          bbox,
          "must be west,south,east,north in degrees up to 85 north and south, with 1 to 512 pixels"
              + " a side (%d × %d)".formatted(width, height));
    }
  }

  private static double[] sides(String bbox) {
    try {
      double[] sides =
          Arrays.stream(bbox.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      if (sides.length == 4) {
        return sides;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw new BadFilter("bbox", bbox, "must be four numbers such as -74.1,40.6,-73.9,40.8");
  }
}
