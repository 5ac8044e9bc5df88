package org.gridward.streets.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.gridward.gis.streets.Snap;
import org.gridward.gis.streets.StreetFile;
import org.gridward.gis.streets.StreetNetwork;
import org.gridward.gis.streets.Travel;
import org.gridward.gis.streets.Trip;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

class NetworkFileTests {

  @TempDir Path data;

  @Test
  void refusesWhatIsNoExtractAndLeavesWhatWasThere() throws IOException {
    Path old = Files.writeString(data.resolve("streets.gws"), "old");
    Path text = Files.writeString(data.resolve("text.osm.pbf"), "no extract, only a text");
    byte[] bytes = new byte[4000];
    System.arraycopy(
        "\0\0\0\r\n\tOSMHeader".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, 15);
    Path damaged = Files.write(data.resolve("damaged.osm.pbf"), bytes);
    NetworkFile file = new NetworkFile(data, NetworkFile.OPENSTREETMAP);
    assertThatThrownBy(() -> file.make(text, _ -> {}))
        .isInstanceOf(NotPossible.class)
        .hasMessageContaining("text.osm.pbf is not an OpenStreetMap extract");
    assertThatThrownBy(() -> file.make(data.resolve("missing"), _ -> {}))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> file.make(damaged, _ -> {})).isInstanceOf(Exception.class);
    assertThat(old).hasContent("old");
    try (Stream<Path> left = Files.list(data)) {
      assertThat(left).containsExactlyInAnyOrder(old, text, damaged);
    }
  }

  @Test
  void measuresARealCityAsGraphHopperDoes() throws IOException {
    Path extract = realExtract();
    NetworkFile file = new NetworkFile(data, NetworkFile.OPENSTREETMAP);
    file.make(extract, _ -> {});
    StreetFile read = StreetFile.read(file.path());
    assertThat(read.attribution()).isEqualTo("© OpenStreetMap contributors");
    assertThat(read.graph().edges()).isGreaterThan(5_000);
    StreetNetwork network = new StreetNetwork(read.graph());
    GraphHopper hopper = new GraphHopper();
    hopper.init(new StreetImport(extract, data.resolve("hopper"), _ -> {}).config());
    hopper.importOrLoad();
    for (Travel by : Travel.values()) {
      List<Double> ratios = ratios(network, hopper, by);
      assertThat(ratios).hasSizeGreaterThan(200);
      // The two may put a place on different streets; that must be rare.
      assertThat(ratios.stream().filter(ratio -> Math.abs(ratio - 1) < 0.01).count())
          .isGreaterThan(ratios.size() * 95L / 100);
    }
    hopper.close();
  }

  /** Our seconds along streets by GraphHopper's, between places beside streets. */
  private static List<Double> ratios(StreetNetwork network, GraphHopper hopper, Travel by) {
    Random random = new Random(5);
    List<Double> ratios = new ArrayList<>();
    Envelope box = network.box();
    for (int i = 0; i < 1_000 && ratios.size() < 400; i++) {
      double[] a = place(box, random);
      double[] b = place(box, random);
      Optional<Snap> from = network.snap(a[0], a[1], by);
      Optional<Snap> to = network.snap(b[0], b[1], by);
      if (from.isEmpty() || to.isEmpty() || far(from.get()) || far(to.get())) {
        continue;
      }
      GHResponse theirs =
          hopper.route(
              new GHRequest(a[1], a[0], b[1], b[0])
                  .setProfile(by == Travel.ON_FOOT ? "foot" : "car"));
      Optional<Trip> ours = network.from(from.get(), by).to(to.get());
      if (theirs.hasErrors() || theirs.getBest().getTime() < 60_000) {
        continue;
      }
      double off = Trip.straight(from.get().offMetres() + to.get().offMetres()).seconds();
      double seconds = ours.orElseThrow().seconds() - off;
      ratios.add(seconds / (theirs.getBest().getTime() / 1000.0));
    }
    return ratios;
  }

  private static boolean far(Snap snap) {
    return snap.offMetres() > 60;
  }

  private static double[] place(Envelope box, Random random) {
    return new double[] {
      box.getMinX() + random.nextDouble() * box.getWidth(),
      box.getMinY() + random.nextDouble() * box.getHeight()
    };
  }

  private static Path realExtract() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data/nyc/lower-manhattan.osm.pbf");
      if (Files.exists(file)) {
        return file;
      }
    }
    return Assumptions.abort("shared/data/nyc/lower-manhattan.osm.pbf is not there: skipped");
  }
}
