package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.gis.city.LandUses.Park;
import org.gridward.gis.city.StreetNet.Stretch;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The city in OpenStreetMap's words: what the base map is made from. */
final class CityMap {

  private static final double QUAY_PIECE = 300;

  private final City city;
  private final List<OsmFeature> features = new ArrayList<>();

  CityMap(City city) {
    this.city = city;
  }

  List<OsmFeature> features() {
    places();
    streets();
    coast();
    water();
    greens();
    city.buildings.forEach(this::building);
    return features;
  }

  /** What the map covers: the island and half its size of sea around it, in degrees. */
  Envelope box() {
    Envelope metres = new Envelope(city.shape.coast.getEnvelopeInternal());
    metres.expandBy(Math.max(metres.getWidth(), metres.getHeight()) / 2);
    return new Envelope(
        Plane.lon(metres.getMinX()),
        Plane.lon(metres.getMaxX()),
        Plane.lat(metres.getMinY()),
        Plane.lat(metres.getMaxY()));
  }

  /** With the land on its left. */
  private void coast() {
    LinearRing ring = city.shape.coast.getExteriorRing();
    boolean landOnLeft = Orientation.isCCW(ring.getCoordinateSequence());
    Coordinate[] line = (landOnLeft ? ring : ring.reverse()).getCoordinates();
    features.add(new OsmFeature(degrees(line), Map.of("natural", "coastline"), false));
  }

  private void places() {
    Map<CityLevel, String> kinds =
        Map.of(
            CityLevel.CITY, "city",
            CityLevel.DISTRICT, "borough",
            CityLevel.SUBDISTRICT, "suburb",
            CityLevel.COMMUNITY, "neighbourhood");
    for (CityArea area : city.areas()) {
      String kind = kinds.get(area.level());
      if (kind != null) {
        Coordinate middle = area.boundary().getInteriorPoint().getCoordinate();
        Map<String, String> tags = named(area.name());
        tags.put("place", kind);
        tags.put("population", Integer.toString(area.households() * 5 / 2));
        features.add(
            new OsmFeature(
                new Coordinate[] {new Coordinate(Plane.rounded(middle.x), Plane.rounded(middle.y))},
                tags,
                false));
      }
    }
  }

  private void streets() {
    for (Stretch stretch : city.net.stretches) {
      Map<String, String> tags = named(stretch.street().name());
      tags.put("highway", stretch.street().kind().highway());
      if (stretch.street().bridge()) {
        tags.put("bridge", "yes");
        tags.put("layer", "1");
      }
      features.add(new OsmFeature(stretch.points(), tags, true));
    }
  }

  private void water() {
    Map<String, String> tags = named(CityNames.RIVER);
    tags.put("natural", "water");
    tags.put("water", "river");
    area(city.shape.river.intersection(city.shape.coast), tags);
    tags = named(CityNames.LAKE);
    tags.put("natural", "water");
    area(lake(), tags);
  }

  private Geometry lake() {
    return Plane.METRES.createPolygon(city.uses.lake().toArray(Coordinate[]::new));
  }

  private void greens() {
    List<Geometry> squares = new ArrayList<>();
    for (Blocks.Block block : city.blocks) {
      if (block.use() == LandUse.PARK) {
        squares.add(block.ground());
      }
    }
    Geometry ground = UnaryUnionOp.union(squares);
    if (ground == null) {
      return;
    }
    for (Object part : PolygonExtracter.getPolygons(ground.buffer(-5, 3).difference(lake()))) {
      Map<String, String> tags = named(nameOf((Polygon) part));
      tags.put("leisure", "park");
      area((Polygon) part, tags);
    }
    quays(city.net.quays(city.shape));
  }

  private @Nullable Name nameOf(Polygon ground) {
    Park great = city.uses.parks.getFirst();
    Coordinate middle = ground.getCentroid().getCoordinate();
    boolean named = middle.distance(new Coordinate(great.x(), great.y())) < great.far();
    return named && ground.getArea() > great.far() * great.far() / 2 ? CityNames.PARK : null;
  }

  /** Halved until the pieces are small: a way cannot have a hole. */
  private void quays(Geometry ground) {
    Envelope box = ground.getEnvelopeInternal();
    if (ground.isEmpty() || Math.max(box.getWidth(), box.getHeight()) <= QUAY_PIECE) {
      area(ground, new LinkedHashMap<>(Map.of("landuse", "grass")));
      return;
    }
    boolean wide = box.getWidth() > box.getHeight();
    Coordinate middle = box.centre();
    quays(
        part(
            ground,
            new Envelope(
                box.getMinX(),
                wide ? middle.x : box.getMaxX(),
                box.getMinY(),
                wide ? box.getMaxY() : middle.y)));
    quays(
        part(
            ground,
            new Envelope(
                wide ? middle.x : box.getMinX(),
                box.getMaxX(),
                wide ? box.getMinY() : middle.y,
                box.getMaxY())));
  }

  private static Geometry part(Geometry ground, Envelope box) {
    List<Geometry> polygons = new ArrayList<>();
    Geometry common = ground.intersection(Plane.METRES.toGeometry(box));
    for (Object polygon : PolygonExtracter.getPolygons(common)) {
      polygons.add((Polygon) polygon);
    }
    return Plane.METRES.buildGeometry(polygons);
  }

  private void building(Building building) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("building", building.use() == LandUse.INDUSTRY ? "industrial" : "yes");
    Name street = building.street();
    if (street != null) {
      tags.put("addr:housenumber", Integer.toString(building.number()));
      tags.put("addr:street", street.zh());
      tags.put("addr:street:en", street.en());
    }
    features.add(new OsmFeature(degrees(building.ring()), tags, false));
  }

  private void area(Geometry ground, Map<String, String> tags) {
    for (Object part : PolygonExtracter.getPolygons(ground)) {
      Polygon polygon = (Polygon) part;
      if (polygon.getArea() > 1) {
        features.add(
            new OsmFeature(degrees(polygon.getExteriorRing().getCoordinates()), tags, false));
      }
    }
  }

  private static Coordinate[] degrees(Coordinate[] metres) {
    Coordinate[] points = new Coordinate[metres.length];
    for (int i = 0; i < metres.length; i++) {
      points[i] =
          new Coordinate(
              Plane.rounded(Plane.lon(metres[i].x)), Plane.rounded(Plane.lat(metres[i].y)));
    }
    return points;
  }

  private static Map<String, String> named(@Nullable Name name) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (name != null) {
      tags.put("name", name.zh());
      tags.put("name:en", name.en());
      tags.put("name:zh", name.zh());
    }
    return tags;
  }
}
