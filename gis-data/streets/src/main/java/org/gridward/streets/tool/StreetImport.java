package org.gridward.streets.tool;

import static com.graphhopper.json.Statement.If;
import static com.graphhopper.json.Statement.Op.LIMIT;
import static com.graphhopper.json.Statement.Op.MULTIPLY;

import com.graphhopper.GraphHopper;
import com.graphhopper.GraphHopperConfig;
import com.graphhopper.config.Profile;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.gridward.gis.streets.StreetGraph;
import org.gridward.gis.streets.StreetGraphBuilder;
import org.gridward.gis.streets.StreetGraphBuilder.Speeds;

/**
 * Reads the streets of an extract by GraphHopper's rules: what may be walked or driven, how fast
 * and in which direction, and which small islands lead nowhere. Those are left out for the kind of
 * travel that is caught there.
 */
final class StreetImport {

  private static final String FOOT = "foot";
  private static final String CAR = "car";

  private final Path extract;
  private final Path work;
  private final Consumer<String> progress;

  /**
   * @param work a folder that does not exist yet; the caller removes it
   */
  StreetImport(Path extract, Path work, Consumer<String> progress) {
    this.extract = extract;
    this.work = work;
    this.progress = progress;
  }

  StreetGraph read() {
    GraphHopper hopper = new GraphHopper();
    try {
      hopper.init(config());
      progress.accept("Reading the streets of " + extract);
      hopper.importOrLoad();
      return graph(hopper);
    } finally {
      hopper.close();
    }
  }

  GraphHopperConfig config() {
    return new GraphHopperConfig()
        .putObject("datareader.file", extract.toString())
        .putObject("graph.location", work.toString())
        .putObject("graph.dataaccess.default_type", "RAM")
        .putObject(
            "graph.encoded_values", "foot_access,foot_average_speed,car_access,car_average_speed")
        .putObject("import.osm.ignored_highways", "")
        .setProfiles(List.of(profile(FOOT), profile(CAR)));
  }

  private static Profile profile(String by) {
    return new Profile(by)
        .setCustomModel(
            new CustomModel()
                .addToPriority(If("!" + VehicleAccess.key(by), MULTIPLY, "0"))
                .addToSpeed(If("true", LIMIT, VehicleSpeed.key(by))));
  }

  private static StreetGraph graph(GraphHopper hopper) {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    Rules foot = new Rules(hopper.getEncodingManager(), FOOT);
    Rules car = new Rules(hopper.getEncodingManager(), CAR);
    AllEdgesIterator edge = hopper.getBaseGraph().getAllEdges();
    while (edge.next()) {
      double walking = Math.max(foot.forwards(edge), foot.backwards(edge));
      Speeds speeds = new Speeds(walking, car.forwards(edge), car.backwards(edge));
      if (speeds.foot() > 0 || speeds.car() > 0 || speeds.carBack() > 0) {
        builder.add(
            edge.getBaseNode(),
            edge.getAdjNode(),
            speeds,
            course(edge.fetchWayGeometry(FetchMode.ALL)));
      }
    }
    return builder.build();
  }

  private static double[] course(PointList points) {
    double[] course = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      course[2 * i] = points.getLon(i);
      course[2 * i + 1] = points.getLat(i);
    }
    return course;
  }

  /** What one kind of travel may do. */
  private static final class Rules {
    private final BooleanEncodedValue access;
    private final BooleanEncodedValue island;
    private final DecimalEncodedValue speed;

    Rules(EncodingManager values, String by) {
      access = values.getBooleanEncodedValue(VehicleAccess.key(by));
      island = values.getBooleanEncodedValue(Subnetwork.key(by));
      speed = values.getDecimalEncodedValue(VehicleSpeed.key(by));
    }

    /** Km/h; 0: not at all. */
    double forwards(EdgeIteratorState edge) {
      return edge.get(access) && !edge.get(island) ? edge.get(speed) : 0;
    }

    double backwards(EdgeIteratorState edge) {
      return edge.getReverse(access) && !edge.get(island) ? edge.getReverse(speed) : 0;
    }
  }
}
