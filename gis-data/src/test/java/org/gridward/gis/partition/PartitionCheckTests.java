package org.gridward.gis.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridward.gis.partition.Fault.Action;
import org.gridward.gis.partition.Fault.Kind;
import org.gridward.gis.partition.PartitionCheck.Division;
import org.gridward.gis.testing.RealCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class PartitionCheckTests {

  private static Findings check(Ground... grounds) {
    return PartitionCheck.check(List.of(grounds), List.of());
  }

  private static Fault only(Findings findings) {
    assertThat(findings.faults()).hasSize(1);
    return findings.faults().getFirst();
  }

  @Test
  void findsNothingInAnExactDivision() {
    List<Ground> cells = Grounds.shaken(8, 1);
    Division whole = new Division(new Ground("all", Grounds.union(cells)), cells);
    Findings findings = PartitionCheck.check(cells, List.of(whole));
    assertThat(findings.checked()).isEqualTo(64);
    assertThat(findings.faults()).isEmpty();
    assertThat(findings.nestings()).isEmpty();
  }

  @Test
  void namesTheTwoThatClaimTheSameGround() {
    Fault fault =
        only(
            check(
                Grounds.box("a", 0, 0, 0.002, 0.002),
                Grounds.box("b", 0.001, 0.0005, 0.003, 0.0015)));
    assertThat(fault.kind()).isEqualTo(Kind.OVERLAP);
    assertThat(fault.codes()).containsExactly("a", "b");
    assertThat(fault.squareMetres()).isCloseTo(111.319 * 110.574, within(1.0));
    // three of its four sides lie against a, one against b
    assertThat(fault.proposal().action()).isEqualTo(Action.GIVE);
    assertThat(fault.proposal().code()).isEqualTo("a");
    assertThat(fault.proposal().borderMetres()).isCloseTo(2 * 111.319 + 110.574, within(0.5));
    assertThat(fault.at().x).isBetween(0.001, 0.002);
  }

  @Test
  void neverProposesToLeaveAnAreaWithNothing() {
    Fault fault =
        only(
            check(
                Grounds.box("a", 0, 0, 0.003, 0.003),
                Grounds.box("b", 0.001, 0.001, 0.002, 0.002)));
    assertThat(fault.proposal().code()).isEqualTo("b");
  }

  @Test
  void tellsASliverFromAnOverlap() {
    Fault fault =
        only(
            check(
                Grounds.box("a", 0, 0, 0.001001, 0.002), Grounds.box("b", 0.001, 0, 0.002, 0.002)));
    assertThat(fault.kind()).isEqualTo(Kind.OVERLAP_SLIVER);
    assertThat(fault.squareMetres()).isCloseTo(0.1113 * 221.15, within(0.1));
  }

  @Test
  void findsEnclosedGroundAndGivesItToTheLongestNeighbour() {
    Geometry ring =
        Grounds.wkt(
            "POLYGON((0 0,.004 0,.004 .004,0 .004,0 0),"
                + "(.001 .001,.002 .001,.003 .001,.003 .002,.002 .002,.001 .002,.001 .001))");
    Fault fault =
        only(check(new Ground("ring", ring), Grounds.box("right", .002, .001, .003, .002)));
    assertThat(fault.kind()).isEqualTo(Kind.GAP);
    assertThat(fault.codes()).containsExactly("ring", "right");
    assertThat(fault.proposal().code()).isEqualTo("ring");
    assertThat(fault.parent()).isNull();
  }

  @Test
  void findsCornersThatOneSideHasAndTheOtherHasNot() {
    Geometry bent = Grounds.wkt("POLYGON((1 0,2 0,2 1,1 1,1 .5,1 0))");
    Fault fault = only(check(Grounds.box("a", 0, 0, 1, 1), new Ground("b", bent)));
    assertThat(fault.kind()).isEqualTo(Kind.MISMATCH);
    assertThat(fault.at().x).isEqualTo(1);
    assertThat(fault.at().y).isEqualTo(0.5);
    assertThat(fault.proposal().action()).isEqualTo(Action.ALIGN);
  }

  /** Reprojected by different programs, a border differs by less than a millimetre. */
  @Test
  void takesALineDrawnTwiceForAMismatch() {
    Geometry off = Grounds.wkt("POLYGON((1.000000002 0,2 0,2 1,1.000000001 1,1.000000002 0))");
    assertThat(check(Grounds.box("a", 0, 0, 1, 1), new Ground("b", off)).faults())
        .extracting(Fault::kind)
        .containsExactly(Kind.MISMATCH);
  }

  @Test
  void comparesTheWholeWithItsParts() {
    Ground parent = Grounds.box("p", 0, 0, .003, .002);
    List<Ground> parts =
        List.of(
            Grounds.box("a", 0, 0, .001, .002),
            new Ground("b", Grounds.wkt("POLYGON((.001 0,.002 0,.002 .0025,.001 .002,.001 0))")));
    Findings findings = PartitionCheck.check(parts, List.of(new Division(parent, parts)));
    assertThat(findings.faults())
        .extracting(Fault::kind)
        .containsExactly(Kind.GAP, Kind.OUTSIDE_PARENT);
    assertThat(findings.faults())
        .allSatisfy(fault -> assertThat(fault.parent()).isEqualTo("p"))
        .extracting(fault -> fault.proposal().code())
        .containsExactly("b", "b");
  }

  @Test
  void reportsADivisionThatFollowsCodesOnlyAsAWhole() {
    List<Ground> cells = Grounds.shaken(6, 2);
    Ground rough = new Ground("rough", Grounds.union(cells).convexHull());
    Findings findings = PartitionCheck.check(cells, List.of(new Division(rough, cells)));
    assertThat(findings.faults()).isEmpty();
    assertThat(findings.nestings()).hasSize(1);
    assertThat(findings.nestings().getFirst().parts()).isEqualTo(36);
    assertThat(findings.nestings().getFirst().uncoveredSquareMetres()).isPositive();
    assertThat(findings.nestings().getFirst().outsideSquareMetres()).isZero();
  }

  /** Of a good division some cells are enlarged and some left out: each is found, and no other. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void findsExactlyWhatWasBroken(long seed) {
    Random random = new Random(seed);
    List<Ground> cells = new ArrayList<>(Grounds.shaken(9, seed));
    Ground whole = new Ground("all", Grounds.union(cells));
    Ground lost = cells.remove(40); // in the middle, away from the one below
    int grown = random.nextInt(9);
    Geometry larger = cells.get(grown).shape().buffer(Grounds.STEP / 20);
    cells.set(grown, new Ground(cells.get(grown).code(), larger.intersection(whole.shape())));
    Findings findings = PartitionCheck.check(cells, List.of(new Division(whole, cells)));
    double overlap = 0;
    for (Ground other : cells) {
      if (!other.code().equals(cells.get(grown).code())) {
        overlap += Measure.squareMetres(cells.get(grown).shape().intersection(other.shape()));
      }
    }
    assertThat(sum(findings, Kind.OVERLAP, Kind.OVERLAP_SLIVER)).isCloseTo(overlap, within(0.5));
    assertThat(sum(findings, Kind.GAP)).isCloseTo(Measure.squareMetres(lost.shape()), within(1e-3));
    assertThat(sum(findings, Kind.OUTSIDE_PARENT)).isZero();
  }

  private static double sum(Findings findings, Kind... kinds) {
    return findings.faults().stream()
        .filter(fault -> List.of(kinds).contains(fault.kind()))
        .mapToDouble(Fault::squareMetres)
        .sum();
  }

  @Test
  void checksTheRealCity() {
    List<Ground> tracts =
        RealCity.tracts().stream().map(cell -> new Ground(cell.code(), cell.boundary())).toList();
    Findings findings = PartitionCheck.check(tracts, List.of());
    assertThat(findings.checked()).isEqualTo(2165);
    assertThat(findings.faults())
        .hasSizeBetween(1, 50)
        .allSatisfy(fault -> assertThat(fault.kind()).isEqualTo(Kind.MISMATCH));
  }

  @Test
  void findsAnIslandOfTheParentThatNoPartHas() {
    Geometry two =
        Grounds.wkt(
            "MULTIPOLYGON(((0 0,.001 0,.001 .002,0 .002,0 0)),"
                + "((.005 0,.006 0,.006 .001,.005 .001,.005 0)))");
    List<Ground> parts =
        List.of(Grounds.box("a", 0, 0, .001, .001), Grounds.box("b", 0, .001, .001, .002));
    Fault fault =
        only(PartitionCheck.check(parts, List.of(new Division(new Ground("p", two), parts))));
    assertThat(fault.kind()).isEqualTo(Kind.GAP);
    assertThat(fault.parent()).isEqualTo("p");
    assertThat(fault.at().x).isBetween(.005, .006);
    assertThat(fault.codes()).as("the nearest").containsExactly("a");
    assertThat(fault.proposal().borderMetres()).isZero();
    assertThat(PartitionRepair.mend(fault, parts).get("a").getNumGeometries()).isEqualTo(2);
  }
}
