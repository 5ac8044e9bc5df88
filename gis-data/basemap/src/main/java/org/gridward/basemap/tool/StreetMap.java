package org.gridward.basemap.tool;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.FeatureMerge;
import com.onthegomap.planetiler.Profile;
import com.onthegomap.planetiler.VectorTile;
import com.onthegomap.planetiler.geo.GeometryException;
import com.onthegomap.planetiler.reader.SourceFeature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the base map shows: layers {@code water}, {@code waterway}, {@code park}, {@code building},
 * {@code road}, {@code rail} and {@code place}. Names carry {@code name}, {@code name_en} and
 * {@code name_zh} where the extract has them. The sea is part of the water ({@link Coast}).
 */
final class StreetMap implements Profile {

  private static final Map<String, Integer> PLACE_FROM_ZOOM =
      Map.of(
          "city",
          4,
          "town",
          8,
          "borough",
          9,
          "suburb",
          11,
          "village",
          11,
          "quarter",
          13,
          "neighbourhood",
          13,
          "island",
          11);
  private static final Set<String> GREEN =
      Set.of(
          "park",
          "garden",
          "nature_reserve",
          "golf_course",
          "grass",
          "forest",
          "wood",
          "recreation_ground",
          "cemetery",
          "village_green",
          "meadow",
          "scrub");
  private static final Set<String> RAILS = Set.of("rail", "light_rail", "subway", "tram");
  private static final Set<String> WATERWAYS = Set.of("river", "canal", "stream");

  private final String attribution;
  private final Coast coast = new Coast();

  /**
   * @param attribution what every map that shows it says
   */
  StreetMap(String attribution) {
    this.attribution = attribution;
  }

  @Override
  public String name() {
    return "Gridward base map";
  }

  @Override
  public String attribution() {
    return attribution;
  }

  @Override
  public void processFeature(SourceFeature source, FeatureCollector features) {
    if (source.isPoint()) {
      place(source, features);
    }
    if (source.canBeLine()) {
      coast.take(source);
      road(source, features);
      rail(source, features);
      waterway(source, features);
    }
    if (source.canBePolygon()) {
      ground(source, features);
    }
  }

  @Override
  public void finish(
      String source,
      FeatureCollector.Factory collectors,
      Consumer<FeatureCollector.Feature> drawn) {
    coast.draw(collectors, drawn);
  }

  private static void place(SourceFeature source, FeatureCollector features) {
    String kind = source.getString("place");
    Integer from = kind == null ? null : PLACE_FROM_ZOOM.get(kind);
    if (from != null && source.hasTag("name")) {
      long people = people(source.getString("population"));
      named(source, features.point("place"), from)
          .setMinZoom(from)
          .setBufferPixels(64)
          .setAttr("kind", kind)
          .setAttr("population", people == 0 ? null : people);
    }
  }

  private static void road(SourceFeature source, FeatureCollector features) {
    RoadClass road = RoadClass.of(source.getString("highway"));
    if (road != null && !source.hasTag("area", "yes")) {
      named(source, features.line("road"), Math.max(12, road.fromZoom()))
          .setMinZoom(road.fromZoom())
          .setMinPixelSize(0)
          .setBufferPixels(8)
          .setAttr("class", road.word())
          .setAttrWithMinzoom("ramp", isRamp(source) ? 1 : null, 12)
          .setAttrWithMinzoom("tunnel", isSet(source, "tunnel") ? 1 : null, 12)
          .setAttrWithMinzoom("bridge", isSet(source, "bridge") ? 1 : null, 12);
    }
  }

  private static boolean isRamp(SourceFeature source) {
    String highway = source.getString("highway");
    return highway != null && highway.endsWith("_link");
  }

  private static void rail(SourceFeature source, FeatureCollector features) {
    String kind = source.getString("railway");
    if (kind != null && RAILS.contains(kind)) {
      features
          .line("rail")
          .setMinZoom(kind.equals("rail") ? 10 : 12)
          .setAttr("kind", kind)
          .setAttr("tunnel", isSet(source, "tunnel") ? 1 : null);
    }
  }

  private static void waterway(SourceFeature source, FeatureCollector features) {
    String kind = source.getString("waterway");
    if (kind != null && WATERWAYS.contains(kind) && !isSet(source, "tunnel")) {
      named(source, features.line("waterway"), 12)
          .setMinZoom(kind.equals("stream") ? 13 : 9)
          .setAttr("kind", kind);
    }
  }

  private static void ground(SourceFeature source, FeatureCollector features) {
    if (source.hasTag("natural", "water") || source.hasTag("waterway", "riverbank", "dock")) {
      named(source, features.polygon("water"), 12).setMinZoom(4).setMinPixelSize(2);
    } else if (isGreen(source)) {
      named(source, features.polygon("park"), 13).setMinZoom(9).setMinPixelSize(2);
    } else if (source.hasTag("building") && !source.hasTag("building", "no")) {
      features.polygon("building").setMinZoom(14).setMinPixelSize(1);
    }
  }

  private static boolean isGreen(SourceFeature source) {
    for (String key : List.of("leisure", "landuse", "natural")) {
      String value = source.getString(key);
      if (value != null && GREEN.contains(value)) {
        return true;
      }
    }
    return false;
  }

  /** Both scripts, from {@code zoom} on. */
  private static FeatureCollector.Feature named(
      SourceFeature source, FeatureCollector.Feature feature, int zoom) {
    String name = nameOf(source, "name");
    String chinese = first(nameOf(source, "name:zh"), nameOf(source, "name:zh-Hans"));
    String english = nameOf(source, "name:en");
    return feature
        .setAttrWithMinzoom("name", name, zoom)
        .setAttrWithMinzoom("name_en", same(english, name) ? null : english, zoom)
        .setAttrWithMinzoom("name_zh", same(chinese, name) ? null : chinese, zoom);
  }

  /** The first of several names that are parted by semicolons. */
  private static @Nullable String nameOf(SourceFeature source, String key) {
    String value = source.getString(key);
    return value == null ? null : value.split(";", 2)[0].strip();
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && one.equals(other);
  }

  private static boolean isSet(SourceFeature source, String key) {
    return source.hasTag(key) && !source.hasTag(key, "no");
  }

  private static long people(@Nullable String text) {
    return text != null && text.matches("\\d{1,10}") ? Long.parseLong(text) : 0;
  }

  @Override
  public List<VectorTile.Feature> postProcessLayerFeatures(
      String layer, int zoom, List<VectorTile.Feature> items) throws GeometryException {
    return switch (layer) {
      case "road", "rail", "waterway" ->
          FeatureMerge.mergeLineStrings(items, zoom >= 13 ? 0 : 1, zoom >= 14 ? 0.1 : 0.4, 8);
      case "water", "park" -> FeatureMerge.mergeOverlappingPolygons(items, 1);
      default -> items;
    };
  }
}
