package org.gridward.gis.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.gridward.gis.crs.UnknownCrs;
import org.gridward.gis.geometry.BoundaryRepair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bytes of a valid file changed, lost, doubled: reading ends in features, faults or {@link
 * UnreadableFile}, whatever comes. GeoJSON and Shapefiles have theirs in {@link DamagedFilesTests}.
 */
class FuzzedFormatsTests {
  private static final int ROUNDS = 2_000;

  @TempDir Path folder;
  private final Random random = new Random(20260803);
  private int readable;
  private int refused;

  @BeforeEach
  void countAnew() {
    readable = 0;
    refused = 0;
  }

  @Test
  void survivesCsv() throws IOException {
    fuzz("cells.csv", CsvTests.WKT.getBytes(StandardCharsets.UTF_8), "\",;\n\r\t()0\uFFFD");
    fuzz(
        "points.csv", "name,lon,lat\na,1,2\nb,3,4\n".getBytes(StandardCharsets.UTF_8), "\",;\n-eE");
  }

  @Test
  void survivesKml() throws IOException {
    fuzz("cells.kml", KmlTests.KML.getBytes(StandardCharsets.UTF_8), "<>/&;\"=, \u0000![]-?");
  }

  @Test
  void survivesKmz() throws IOException {
    byte[] whole =
        TestShapefile.zip(Map.of("doc.kml", KmlTests.KML.getBytes(StandardCharsets.UTF_8)));
    fuzz("cells.kmz", whole, "PK\u0001\u0002\u0003\u0004\u00ff");
  }

  @Test
  void survivesTopoJson() throws IOException {
    fuzz("cells.topojson", TopoJsonTests.TOPOLOGY.getBytes(StandardCharsets.UTF_8), "[]{},:\"-9e.");
  }

  @Test
  void survivesGeoPackages() throws IOException {
    Path whole = TestGeoPackage.write(folder.resolve("whole.gpkg"), 12);
    fuzz("cells.gpkg", Files.readAllBytes(whole), "\u0000\u00ff\u007f\u0080GP\u0001\u0005");
  }

  private void fuzz(String name, byte[] whole, String tempting) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      read(name, damaged(whole, tempting));
    }
    // else the damage is too small to be found, or so large that nothing inside is reached
    assertThat(readable).as("files still read in part").isGreaterThan(ROUNDS / 50);
    assertThat(refused).as("files refused").isGreaterThan(ROUNDS / 50);
  }

  private byte[] damaged(byte[] whole, String tempting) {
    if (random.nextInt(8) == 0) {
      return Arrays.copyOf(whole, random.nextInt(whole.length));
    }
    byte[] bytes = random.nextInt(8) == 0 ? doubled(whole) : whole.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? (byte) random.nextInt()
              : (byte) tempting.charAt(random.nextInt(tempting.length()));
    }
    return bytes;
  }

  /** With a stretch of it standing twice. */
  private byte[] doubled(byte[] whole) {
    int from = random.nextInt(whole.length);
    byte[] stretch = Arrays.copyOfRange(whole, from, Math.min(whole.length, from + 60));
    byte[] bytes = Arrays.copyOf(whole, whole.length + stretch.length);
    System.arraycopy(whole, from, bytes, from + stretch.length, whole.length - from);
    System.arraycopy(stretch, 0, bytes, from, stretch.length);
    return bytes;
  }

  private void read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    long expected = 1;
    // the CRS is told: codes that do not exist take their time to be looked up
    try (FeatureSource source = Features.open(file, new ReadOptions("EPSG:4326", null))) {
      while (source.hasNext()) {
        FeatureReading reading = source.next();
        assertThat(reading.number()).isEqualTo(expected++);
        if (reading instanceof Feature feature) {
          BoundaryRepair.check(feature.geometry());
          feature.attributes().keySet().forEach(feature::text);
        }
      }
      readable++;
    } catch (UnreadableFile fault) {
      assertThat(fault.code()).isNotEmpty();
      assertThat(fault.getMessage()).isNotEmpty().hasSizeLessThan(2_000);
      refused++;
    } catch (UnknownCrs fault) {
      assertThat(fault.getMessage()).contains("cannot be a point");
    }
  }
}
