package org.gridward.basemap.tool;

import com.onthegomap.planetiler.FeatureCollector;
import com.onthegomap.planetiler.config.Bounds;
import com.onthegomap.planetiler.geo.GeometryException;
import com.onthegomap.planetiler.reader.SimpleFeature;
import com.onthegomap.planetiler.reader.SourceFeature;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Keeps the coast lines that an extract's reader comes across, and draws the {@link Sea} when all
 * have been read. Thread-safe.
 */
final class Coast {

  private final Collection<LineString> lines = new ConcurrentLinkedQueue<>();

  /** Keeps it where it is a coast line. */
  void take(SourceFeature source) {
    if (source.hasTag("natural", "coastline")) {
      try {
        if (source.latLonGeometry() instanceof LineString line) {
          lines.add(line);
        }
      } catch (GeometryException e) {
        e.log("a coast line cannot be read and is left out");
      }
    }
  }

  /** Hands over the sea as features of the layer {@code water}, once. */
  void draw(FeatureCollector.Factory collectors, Consumer<FeatureCollector.Feature> drawn) {
    for (Polygon part : Sea.within(box(collectors.config().bounds()), List.copyOf(lines))) {
      FeatureCollector features = collectors.get(SimpleFeature.fromLatLonGeometry(part));
      features.polygon("water").setMinZoom(4).setMinPixelSize(2);
      features.forEach(drawn);
    }
    lines.clear();
  }

  /** What the extract says that it covers; else as far as its coast goes. */
  private Envelope box(Bounds bounds) {
    Envelope box = new Envelope();
    if (bounds.isWorld()) {
      lines.forEach(line -> box.expandToInclude(line.getEnvelopeInternal()));
    } else {
      box.expandToInclude(bounds.latLon());
    }
    return box;
  }
}
