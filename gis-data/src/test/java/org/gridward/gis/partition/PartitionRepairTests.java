package org.gridward.gis.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridward.gis.partition.Fault.Action;
import org.gridward.gis.partition.Fault.Kind;
import org.gridward.gis.partition.Fault.Proposal;
import org.gridward.gis.partition.PartitionCheck.Division;
import org.gridward.gis.testing.RealCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

class PartitionRepairTests {

  /** Mends what is found, in order; answers the areas as they are then. */
  private static List<Ground> mendAll(List<Ground> areas, List<Fault> faults) {
    Map<String, Geometry> now = new HashMap<>();
    areas.forEach(area -> now.put(area.code(), area.shape()));
    for (Fault fault : faults) {
      List<Ground> current = new ArrayList<>();
      now.forEach((code, shape) -> current.add(new Ground(code, shape)));
      List<Ground> near = new Neighbourhood(current).near(union(fault, now));
      now.putAll(PartitionRepair.mend(fault, near));
    }
    List<Ground> mended = new ArrayList<>();
    now.forEach((code, shape) -> mended.add(new Ground(code, shape)));
    return mended;
  }

  private static Geometry union(Fault fault, Map<String, Geometry> now) {
    return Polygons.FACTORY.createGeometryCollection(
        fault.codes().stream().map(now::get).toArray(Geometry[]::new));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void mendsABrokenDivision(long seed) {
    Random random = new Random(seed);
    List<Ground> cells = new ArrayList<>(Grounds.shaken(7, seed));
    Ground whole = new Ground("all", Grounds.union(cells));
    cells.remove(24); // a gap in the middle
    for (int row = 0; row < 7; row += 3) { // overlaps, far from each other
      int grown = row * 7 + random.nextInt(3);
      Geometry larger = cells.get(grown).shape().buffer(Grounds.STEP / 30);
      cells.set(grown, new Ground(cells.get(grown).code(), larger.intersection(whole.shape())));
    }
    List<Division> divisions = List.of(new Division(whole, cells));
    List<Fault> faults = PartitionCheck.check(cells, divisions).faults();
    assertThat(faults).extracting(Fault::kind).contains(Kind.GAP, Kind.OVERLAP);
    List<Ground> mended = mendAll(cells, faults);
    for (int round = 0; round < 3; round++) { // a corner three cells overlapped may take another
      List<Fault> left =
          PartitionCheck.check(mended, List.of(new Division(whole, mended))).faults();
      mended = mendAll(mended, left);
    }
    Findings after = PartitionCheck.check(mended, List.of(new Division(whole, mended)));
    assertThat(after.faults()).isEmpty();
    assertThat(mended.stream().mapToDouble(area -> area.shape().getArea()).sum())
        .isCloseTo(whole.shape().getArea(), within(1e-13));
  }

  /** Its ends lie on straight edges of third cells, which must get those corners. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void mendsAStripAlongAWholeBorder(boolean overlap) {
    List<Ground> cells = new ArrayList<>(Grounds.shaken(4, 41));
    Ground whole = new Ground("all", Grounds.union(cells));
    Ground one = cells.get(5);
    Ground other = cells.get(9);
    Geometry strip = one.shape().intersection(other.shape()).buffer(3e-6);
    Geometry drawn =
        overlap
            ? one.shape().union(strip.intersection(other.shape()))
            : one.shape().difference(strip);
    cells.set(5, new Ground(one.code(), drawn));
    List<Fault> faults = PartitionCheck.check(cells, List.of(new Division(whole, cells))).faults();
    assertThat(faults)
        .extracting(Fault::kind)
        .contains(overlap ? Kind.OVERLAP_SLIVER : Kind.GAP_SLIVER);
    List<Ground> mended = mendAll(cells, faults);
    assertThat(PartitionCheck.check(mended, List.of(new Division(whole, mended))).faults())
        .isEmpty();
    assertThat(mended.stream().mapToDouble(area -> area.shape().getArea()).sum())
        .isCloseTo(whole.shape().getArea(), within(1e-13));
  }

  @Test
  void cutsOffWhatReachesOutside() {
    Ground parent = Grounds.box("p", 0, 0, .002, .002);
    List<Ground> parts = List.of(Grounds.box("a", 0, 0, .002, .0021));
    Fault fault =
        PartitionCheck.check(parts, List.of(new Division(parent, parts))).faults().getFirst();
    Map<String, MultiPolygon> mended = PartitionRepair.mend(fault, parts);
    assertThat(mended.get("a").equalsTopo(parent.shape())).isTrue();
  }

  /** Who is shown a repair must get that one. */
  @Test
  void mendsTheSameWayEveryTime() {
    List<Ground> cells = new ArrayList<>(Grounds.shaken(5, 31));
    Ground whole = new Ground("all", Grounds.union(cells));
    cells.remove(12);
    Fault gap =
        PartitionCheck.check(cells, List.of(new Division(whole, cells))).faults().getFirst();
    Map<String, MultiPolygon> first = PartitionRepair.mend(gap, cells);
    assertThat(first).hasSize(1);
    for (int again = 0; again < 50; again++) {
      Map<String, MultiPolygon> mended = PartitionRepair.mend(gap, cells);
      assertThat(mended.keySet()).isEqualTo(first.keySet());
      mended.forEach((code, shape) -> assertThat(shape.equalsExact(first.get(code))).isTrue());
    }
  }

  @Test
  void takesAllOfAnAreaFromNobody() {
    Ground a = Grounds.box("a", 0, 0, .002, .002);
    Ground b = Grounds.box("b", .0005, .0005, .001, .001);
    Fault fault =
        new Fault(
            Kind.OVERLAP,
            List.of("a", "b"),
            null,
            Polygons.inside(b.shape()),
            b.shape(),
            1,
            new Proposal(Action.GIVE, "a", 0));
    assertThatThrownBy(() -> PartitionRepair.mend(fault, List.of(a, b)))
        .isInstanceOf(EditRefused.class);
  }

  /** Corner against corner, a border of this many would keep the server busy for minutes. */
  @Test
  void mendsABorderOfVeryManyCorners() {
    int corners = 150_000;
    Coordinate[] left = new Coordinate[corners + 3];
    Coordinate[] right = new Coordinate[corners + 3];
    for (int i = 0; i < corners; i++) {
      double lat = .2 * i / (corners - 1);
      double lon = i % 2 == 0 ? 0 : 1e-6;
      left[i] = new Coordinate(lon, lat);
      right[i] = new Coordinate(lon + 3e-9, lat); // other last digits
    }
    close(left, -.1);
    close(right, .1);
    List<Ground> areas =
        List.of(
            new Ground("a", Polygons.FACTORY.createPolygon(left)),
            new Ground("b", Polygons.FACTORY.createPolygon(right)));
    Fault fault =
        new Fault(
            Kind.MISMATCH,
            List.of("a", "b"),
            null,
            left[0],
            Polygons.FACTORY.createPoint(left[0]),
            corners,
            new Proposal(Action.ALIGN, "a", 0));
    Map<String, MultiPolygon> mended = PartitionRepair.mend(fault, areas);
    assertThat(mended).containsOnlyKeys("b");
    assertThat(mended.get("b").getCoordinates()).contains(left[0], left[corners - 1]);
    assertThat(
            CoverageValidator.isValid(new Geometry[] {areas.getFirst().shape(), mended.get("b")}))
        .isTrue();
  }

  private static void close(Coordinate[] border, double lon) {
    border[border.length - 3] = new Coordinate(lon, .2);
    border[border.length - 2] = new Coordinate(lon, 0);
    border[border.length - 1] = border[0].copy();
  }

  @Test
  void mendsTheRealCity() {
    List<Ground> tracts =
        RealCity.tracts().stream().map(cell -> new Ground(cell.code(), cell.boundary())).toList();
    List<Fault> faults = PartitionCheck.check(tracts, List.of()).faults();
    List<Ground> mended = mendAll(tracts, faults);
    assertThat(PartitionCheck.check(mended, List.of()).faults()).isEmpty();
    assertThat(mended.stream().mapToDouble(area -> area.shape().getArea()).sum())
        .isCloseTo(
            tracts.stream().mapToDouble(area -> area.shape().getArea()).sum(), within(1e-12));
  }
}
