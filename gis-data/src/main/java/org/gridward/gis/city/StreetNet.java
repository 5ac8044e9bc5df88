package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * The streets as a net: cut off at the quays, with bridges, roads along the water, and a common
 * point wherever two of them meet.
 */
final class StreetNet {

  /** From the water to the road along it. */
  private static final double QUAY_METRES = 15;

  private static final Coordinate CENTRE = new Coordinate(0, 0);

  /**
   * A stretch between two junctions.
   *
   * @param points in degrees, on the grid
   * @param line the same in metres
   * @param from how far along the street it begins, metres
   */
  record Stretch(Street street, Coordinate[] points, LineString line, double from) {}

  final List<Stretch> stretches = new ArrayList<>();

  /** Land without the quays; nothing is built outside. */
  private final Geometry dry;

  /** Dry land without the yards along the quays. */
  final Geometry ground;

  private final PreparedGeometry prepared;
  private final PreparedGeometry preparedGround;
  private final Geometry inner;
  private final List<Street> laid = new ArrayList<>();
  private final STRtree index = new STRtree();

  StreetNet(CityShape shape, List<Street> smaller) {
    dry = shape.coast.difference(shape.river).buffer(-QUAY_METRES);
    ground = dry.buffer(-14);
    inner = shape.coast.buffer(-QUAY_METRES);
    prepared = PreparedGeometryFactory.prepare(dry);
    preparedGround = PreparedGeometryFactory.prepare(ground);
    shape.arterials.forEach(street -> layArterial(street, shape.oldTownGround()));
    layQuays(shape);
    smaller.forEach(this::lay);
    node();
    index.build();
  }

  private void lay(Street street) {
    if (prepared.contains(street.line())) {
      laid.add(street);
    } else {
      laid.addAll(parts(street, street.line().intersection(dry), false));
    }
  }

  private void layArterial(Street whole, Polygon oldTown) {
    LineString line = whole.line();
    boolean ends = !line.isClosed() && line.getCoordinateN(0).distance(CENTRE) > 1;
    Street street = ends ? parts(whole, line.difference(oldTown), false).getLast() : whole;
    laid.addAll(parts(street, street.line().intersection(dry), false));
    Geometry beyond = street.line().difference(dry);
    boolean causeway = CityNames.radial(1).equals(street.name());
    laid.addAll(parts(street, causeway ? beyond : beyond.intersection(inner), true));
  }

  private void layQuays(CityShape shape) {
    Geometry nearRiver = shape.river.buffer(QUAY_METRES * 2);
    int bank = 0;
    for (Object part : PolygonExtracter.getPolygons(dry)) {
      LineString ring = ((Polygon) part).getExteriorRing();
      Street quay = new Street(RoadKind.SECONDARY, CityNames.quay(bank++), ring, false);
      Street coast = new Street(RoadKind.SECONDARY, CityNames.COAST, ring, false);
      laid.addAll(parts(quay, ring.intersection(nearRiver), false));
      laid.addAll(parts(coast, ring.difference(nearRiver), false));
    }
  }

  private static List<Street> parts(Street street, Geometry lines, boolean bridge) {
    List<Street> parts = new ArrayList<>();
    for (Object line : LinearComponentExtracter.getLines(lines)) {
      if (((LineString) line).getLength() > 1) {
        parts.add(new Street(street.kind(), street.name(), (LineString) line, bridge));
      }
    }
    return parts;
  }

  private void node() {
    List<SegmentString> lines = new ArrayList<>();
    for (Street street : laid) {
      lines.add(new NodedSegmentString(Plane.toDegrees(street.line()).getCoordinates(), street));
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(Plane.GRID);
    noder.computeNodes(lines);
    for (Object noded : noder.getNodedSubstrings()) {
      SegmentString part = (SegmentString) noded;
      add((Street) part.getData(), part.getCoordinates());
    }
  }

  private void add(Street street, Coordinate[] points) {
    Coordinate[] metres = new Coordinate[points.length];
    for (int i = 0; i < points.length; i++) {
      metres[i] = Plane.toMetres(points[i]);
    }
    LineString line = Plane.METRES.createLineString(metres);
    double from = new LengthIndexedLine(street.line()).project(metres[0]);
    Stretch stretch = new Stretch(street, points, line, from);
    stretches.add(stretch);
    index.insert(line.getEnvelopeInternal(), stretch);
  }

  /** All stretches that may come within {@code metres} of the box. */
  List<Stretch> near(Envelope box, double metres) {
    Envelope wide = new Envelope(box);
    wide.expandBy(metres);
    List<Stretch> found = new ArrayList<>();
    for (Object stretch : index.query(wide)) {
      found.add((Stretch) stretch);
    }
    return found;
  }

  /** The named street that runs nearest to a place, within {@code metres}. */
  @Nullable Stretch facing(Coordinate place, double metres) {
    Geometry point = Plane.METRES.createPoint(place);
    Stretch best = null;
    double least = metres;
    for (Stretch stretch : near(new Envelope(place), metres)) {
      if (stretch.street().name() != null && !stretch.street().bridge()) {
        double distance = stretch.line().distance(point);
        if (distance < least) {
          least = distance;
          best = stretch;
        }
      }
    }
    return best;
  }

  /** The quays: between the water and the roads along it. */
  Geometry quays(CityShape shape) {
    return shape.coast.difference(shape.river).difference(dry);
  }

  /** Nothing of it lies on the quays or in the yards behind them. */
  boolean isClear(Geometry some) {
    return preparedGround.contains(some);
  }
}
