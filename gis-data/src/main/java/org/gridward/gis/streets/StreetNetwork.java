package org.gridward.gis.streets;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * A street graph with an index of its streets: the street next to a place, and the ways from there.
 * Immutable and thread-safe; the searches it gives are not.
 */
public final class StreetNetwork {

  /** No place belongs to a street farther away than this. */
  public static final double FARTHEST_STREET_METRES = 250;

  private static final double[] LOOK_WITHIN_METRES = {30, 90, FARTHEST_STREET_METRES};

  private final StreetGraph graph;
  private final HPRtree streets = new HPRtree();
  private final Envelope box = new Envelope();

  public StreetNetwork(StreetGraph graph) {
    this.graph = graph;
    for (int edge = 0; edge < graph.edges; edge++) {
      Envelope around = new Envelope();
      for (int i = graph.shapeStart[edge]; i < graph.shapeStart[edge + 1]; i++) {
        around.expandToInclude(graph.lon(i), graph.lat(i));
      }
      box.expandToInclude(around);
      streets.insert(around, edge);
    }
    streets.build();
  }

  public StreetGraph graph() {
    return graph;
  }

  /** The box of all streets, in degrees; null-sized without any. */
  public Envelope box() {
    return box.copy();
  }

  /**
   * The nearest point of a street that is open to {@code by}; of several that are equally near, the
   * street that came first. Empty where none is within {@link #FARTHEST_STREET_METRES}.
   */
  public Optional<Snap> snap(double lon, double lat, Travel by) {
    Metres metres = Metres.at(lat);
    for (double within : LOOK_WITHIN_METRES) {
      Snap found = nearest(lon, lat, by, metres, within);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private @Nullable Snap nearest(double lon, double lat, Travel by, Metres metres, double within) {
    Envelope around = new Envelope(lon, lon, lat, lat);
    around.expandBy(within / metres.lon(), within / metres.lat());
    Nearest nearest = new Nearest(lon, lat, metres, within);
    streets.query(
        around,
        each -> {
          int edge = (Integer) each;
          if (graph.isOpen(edge, by)) {
            nearest.look(edge);
          }
        });
    return nearest.found();
  }

  /** The ways from a place that a {@link #snap} has found. */
  public StreetSearch from(Snap start, Travel by) {
    return new StreetSearch(graph, by, List.of(start), Double.POSITIVE_INFINITY);
  }

  /**
   * The ways on foot to whichever of many places is quickest to reach.
   *
   * @param places found by {@link #snap}
   * @param seconds ways that take longer are not looked for
   */
  public StreetSearch toAny(List<Snap> places, double seconds) {
    return new StreetSearch(graph, Travel.ON_FOOT, places, seconds);
  }

  /** Looks at the streets around one place. */
  private final class Nearest {
    private final double lon;
    private final double lat;
    private final Metres metres;
    private double best;
    private int edge = -1;
    private double before;

    Nearest(double lon, double lat, Metres metres, double within) {
      this.lon = lon;
      this.lat = lat;
      this.metres = metres;
      this.best = Math.nextUp(within);
    }

    void look(int candidate) {
      double passed = 0;
      for (int i = graph.shapeStart[candidate] + 1; i < graph.shapeStart[candidate + 1]; i++) {
        double x = (graph.lon(i - 1) - lon) * metres.lon();
        double y = (graph.lat(i - 1) - lat) * metres.lat();
        double dx = (graph.lon(i) - graph.lon(i - 1)) * metres.lon();
        double dy = (graph.lat(i) - graph.lat(i - 1)) * metres.lat();
        double squared = dx * dx + dy * dy;
        double share = squared == 0 ? 0 : Math.clamp(-(x * dx + y * dy) / squared, 0.0, 1.0);
        double off = Math.hypot(x + share * dx, y + share * dy);
        double length = Math.sqrt(squared);
        if (off < best || (off == best && candidate < edge)) {
          best = off;
          edge = candidate;
          before = passed + share * length;
        }
        passed += length;
      }
    }

    @Nullable Snap found() {
      if (edge < 0) {
        return null;
      }
      double length = graph.metres(edge);
      double share = length == 0 ? 0 : Math.clamp(before / length, 0.0, 1.0);
      return new Snap(edge, share, best);
    }
  }
}
