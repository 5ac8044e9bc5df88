package org.gridward.insight.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.facility.Facility;
import org.gridward.facility.Reach;
import org.gridward.facility.ReachQuery;
import org.gridward.facility.Reached;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.grid.CellLocator;
import org.gridward.grid.Weight;
import org.gridward.identity.Caller;
import org.gridward.insight.web.FilterRequest.BadFilter;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is far from every facility of a kind, by area: docs/api/insight.md. */
@RestController
class ReachController {

  private final Reach reach;
  private final CellLocator cells;
  private final Areas areas;
  private final InsightScopes scopes;

  ReachController(Reach reach, CellLocator cells, Areas areas, InsightScopes scopes) {
    this.reach = reach;
    this.cells = cells;
    this.areas = areas;
    this.scopes = scopes;
  }

  /**
   * How many.
   *
   * @param out of {@code all} have no facility near
   */
  record Count(double all, double out) {
    static final Count NONE = new Count(0, 0);

    Count plus(Reached.Home home) {
      return new Count(all + home.weight(), out + (home.near() ? 0 : home.weight()));
    }
  }

  record ReachRow(
      long id,
      String code,
      String type,
      Map<String, String> names,
      AreaPath path,
      boolean cell,
      Count count) {}

  /** A facility that counted, for the map. */
  record Spot(long id, Map<String, String> names, double lon, double lat) {}

  /**
   * The answer.
   *
   * @param items the areas with most out of reach first; those where nobody is known are there too
   * @param all of the whole question, also of what lies in none of the areas
   * @param distance {@code street}, {@code straight-line} or {@code mixed}
   * @param attribution what must be said of the streets; null where none was followed
   */
  record ReachTable(
      List<ReachRow> items,
      Count all,
      List<Spot> facilities,
      String distance,
      @Nullable String attribution) {}

  @GetMapping("/api/insight/reach")
  ReachTable reach(
      Caller caller,
      @RequestParam(defaultValue = "0") long area,
      @RequestParam(defaultValue = "below") String level,
      @RequestParam String kind,
      @RequestParam(defaultValue = "addresses") String of,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable Integer minutes,
      @RequestParam(required = false) @Nullable Integer metres) {
    List<AreaPath> within = scopes.paths(caller, area);
    List<Area> rows = areas(caller, area, level);
    Reached reached =
        reach.measure(new ReachQuery(kind, open, weight(of), minutes, metres), box(within));
    Map<AreaPath, Count> byArea = new HashMap<>();
    Count all = Count.NONE;
    for (Reached.Home home : reached.homes()) {
      AreaPath at = cells.locate(home.lon(), home.lat()).map(Area::path).orElse(AreaPath.ROOT);
      if (within.stream().anyMatch(scope -> scope.contains(at))) {
        all = all.plus(home);
        for (AreaPath above = at; !above.isRoot(); above = above.parent()) {
          byArea.merge(above, Count.NONE.plus(home), (a, _) -> a.plus(home));
        }
      }
    }
    return new ReachTable(
        rows(rows, byArea),
        all,
        reached.facilities().stream().map(ReachController::spot).toList(),
        reached.distance(),
        reached.attribution());
  }

  private List<Area> areas(Caller caller, long area, String level) {
    return switch (level) {
      case "below" -> scopes.below(caller, area);
      case "cells" -> scopes.cells(caller, area);
      default -> throw new BadFilter("level", level, "must be below or cells");
    };
  }

  private static Weight weight(String of) {
    return switch (of) {
      case "addresses" -> Weight.ADDRESSES;
      case "households" -> Weight.HOUSEHOLDS;
      case "people" -> Weight.PEOPLE;
      default -> throw new BadFilter("of", of, "must be addresses, households or people");
    };
  }

  /** Around all that is asked for; an installation's outermost areas for all of it. */
  private Envelope box(List<AreaPath> within) {
    Envelope box = new Envelope();
    for (AreaPath scope : within) {
      if (scope.isRoot()) {
        areas.listChildren(null).forEach(top -> extend(box, top.id()));
      } else {
        extend(box, scope.ids().getLast());
      }
    }
    return box;
  }

  private void extend(Envelope box, long area) {
    areas.findBox(area).ifPresent(box::expandToInclude);
  }

  private static List<ReachRow> rows(List<Area> areas, Map<AreaPath, Count> byArea) {
    List<ReachRow> rows = new ArrayList<>();
    for (Area area : areas) {
      rows.add(
          new ReachRow(
              area.id(),
              area.code(),
              area.type(),
              area.names(),
              area.path(),
              area.cell(),
              byArea.getOrDefault(area.path(), Count.NONE)));
    }
    rows.sort(
        Comparator.comparingDouble((ReachRow row) -> -row.count().out())
            .thenComparing(ReachRow::code));
    return rows;
  }

  private static Spot spot(Facility facility) {
    var facts = facility.facts();
    return new Spot(facility.id(), facts.names(), facts.lon(), facts.lat());
  }
}
