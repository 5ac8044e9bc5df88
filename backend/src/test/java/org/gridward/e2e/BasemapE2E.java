package org.gridward.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.gridward.basemap.TestTiles;
import org.gridward.testing.Axe;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console over a base map whose every tile is water. */
@PostgisTest
class BasemapE2E {

  private static final String WATER_PERCENT =
      """
      () => {
        const canvas = document.querySelector('gw-console').shadowRoot.querySelector('gw-map').shadowRoot
          .querySelector('.leaflet-streets-pane canvas.gw-canvas');
        if (!canvas) return 0;
        const probe = document.createElement('canvas').getContext('2d');
        probe.fillStyle = getComputedStyle(document.querySelector('gw-console')).getPropertyValue('--street-water').trim();
        probe.fillRect(0, 0, 1, 1);
        const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
        copy.drawImage(canvas, 0, 0);
        const {data} = copy.getImageData(0, 0, canvas.width, canvas.height);
        let water = 0;
        for (let i = 0; i < data.length; i += 4)
          if (data[i + 3] > 200 && Math.abs(data[i] - red) + Math.abs(data[i + 1] - green) + Math.abs(data[i + 2] - blue) < 12) water++;
        return (400 * water) / data.length;
      }
      """;

  @TempDir static Path folder;

  @LocalServerPort int port;
  @Autowired TestDistrict districts;

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry properties) {
    properties.add("gridward.data-folder", folder::toString);
  }

  @Test
  void showsTheMapAndItsSource() throws IOException {
    TreeMap<Long, byte[]> tiles = new TreeMap<>();
    LongStream.range(0, 21).forEach(id -> tiles.put(id, water()));
    Files.write(folder.resolve("basemap.pmtiles"), TestTiles.world(tiles, 2));
    try (var browser = new TestBrowser(port)) {
      var visitor =
          browser
              .visitor("zh", 1440, 900)
              .signIn(districts.manned(1, 2).operator().login(), "/console");
      assertThat(visitor.find(".leaflet-control-attribution")).containsText("OpenStreetMap");
      Awaitility.await()
          .atMost(java.time.Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(((Number) visitor.page().evaluate(WATER_PERCENT)).intValue())
                      .as("percent of the map in the colour of water")
                      .isGreaterThan(90));
      visitor.screenshot("console-basemap");
      assertThat(Axe.violations(visitor.page())).isEmpty();
      assertThat(visitor.faults()).isEmpty();
    }
  }

  /** A layer "water" that covers the tile. */
  private static byte[] water() {
    // MoveTo (0, 0), LineTo (+4096, 0) (0, +4096) (-4096, 0), ClosePath: zigzag varints.
    byte[] steps = {
      9, 0, 0, 26, (byte) 0x80, 0x40, 0, 0, (byte) 0x80, 0x40, (byte) 0xff, 0x3f, 0, 15
    };
    byte[] feature = join(new byte[] {3 << 3, 3}, field(4, steps));
    byte[] layer =
        join(
            field(1, text("water")),
            field(2, feature),
            new byte[] {5 << 3, (byte) 0x80, 0x20, 15 << 3, 2});
    return field(3, layer);
  }

  private static byte[] field(int tag, byte[] content) {
    return join(new byte[] {(byte) (tag << 3 | 2), (byte) content.length}, content);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
