package org.gridward.grid.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.gridward.gis.partition.Fault;
import org.gridward.gis.partition.Nesting;
import org.gridward.grid.Area;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.grid.partition.AreaFaults;
import org.gridward.grid.partition.AreaFaults.LevelFindings;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where areas do not divide their ground exactly: docs/api/grid.md. */
@RestController
class FaultController {

  /** In place of an area's id: the whole installation. */
  static final long EVERYTHING = 0;

  private static final int SHOWN = 500;

  private final Areas areas;
  private final AreaFaults faults;

  FaultController(Areas areas, AreaFaults faults) {
    this.areas = areas;
    this.faults = faults;
  }

  /**
   * @param total how many there are; {@code faults} has the 500 largest
   */
  record LevelView(
      String level, int checked, int total, List<FaultView> faults, List<Nesting> nestings) {

    static LevelView of(LevelFindings found, Function<String, Map<String, String>> names) {
      List<Fault> all = found.findings().faults();
      return new LevelView(
          found.level(),
          found.findings().checked(),
          all.size(),
          all.stream().limit(SHOWN).map(fault -> FaultView.of(fault, names)).toList(),
          found.findings().nestings());
    }
  }

  record ProposalView(String action, String code, double borderMetres) {}

  /**
   * @param names of the areas, by language, in the order of {@code codes}
   * @param at longitude, latitude
   */
  record FaultView(
      String key,
      String kind,
      List<String> codes,
      List<Map<String, String>> names,
      @Nullable String parent,
      double[] at,
      double squareMetres,
      ProposalView proposal,
      Geometry where) {

    static FaultView of(Fault fault, Function<String, Map<String, String>> names) {
      return new FaultView(
          AreaFaults.key(fault),
          word(fault.kind()),
          fault.codes(),
          fault.codes().stream().map(names).toList(),
          fault.parent(),
          new double[] {fault.at().getX(), fault.at().getY()},
          fault.squareMetres(),
          new ProposalView(
              word(fault.proposal().action()),
              fault.proposal().code(),
              fault.proposal().borderMetres()),
          fault.where());
    }

    private static String word(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @GetMapping("/api/areas/{id}/faults")
  Items<LevelView> faults(
      Caller caller,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String level) {
    Area below = id == EVERYTHING ? null : seen(caller, id);
    caller.require(Role.ADMINISTRATOR, below == null ? AreaPath.ROOT : below.path());
    return new Items<>(
        faults.check(below, level).stream()
            .map(found -> LevelView.of(found, this::names))
            .toList());
  }

  /** Empty where somebody has taken the area away in the meantime. */
  private Map<String, String> names(String code) {
    return areas.findByCode(code).map(Area::names).orElse(Map.of());
  }

  private Area seen(Caller caller, long id) {
    return areas
        .find(id)
        .filter(found -> caller.sees(found.path()))
        .orElseThrow(() -> new AreaUnknown(id));
  }
}
