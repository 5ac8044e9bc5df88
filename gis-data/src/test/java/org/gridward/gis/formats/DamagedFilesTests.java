package org.gridward.gis.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import org.gridward.gis.crs.UnknownCrs;
import org.gridward.gis.geometry.BoundaryRepair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes come, reading ends in features, faults or {@link UnreadableFile}. */
class DamagedFilesTests {
  private static final double[][] SHELL = {{0, 0}, {0, 9}, {9, 9}, {9, 0}, {0, 0}};
  private static final double[][] HOLE = {{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}};
  private static final String JSON =
      """
      {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:4326"}},
       "features": [{"type": "Feature", "id": 1, "properties": {"code": "A\\u4e2d", "x": [1, {"y": 2.5e1}]},
        "geometry": {"type": "Polygon", "coordinates": [[[0,0],[9,0],[9,9],[0,0]],[[5,2],[6,2],[6,3],[5,2]]]}},
       {"type": "Feature", "properties": null, "geometry":
        {"type": "GeometryCollection", "geometries": [{"type": "MultiPoint", "coordinates": [[1,2]]}]}}]}\
      """;

  @TempDir Path folder;
  private final Random random = new Random(20260801);

  @Test
  void survivesDamagedGeoJson() throws IOException {
    byte[] whole = JSON.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      read(Arrays.copyOf(whole, length));
    }
    // without its CRS, because looking up codes that do not exist takes its time
    byte[] plain = JSON.replaceFirst("\"crs.*\n", "\n").getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 600; round++) {
      read(damaged(round % 20 == 0 ? whole : plain));
    }
  }

  @Test
  void survivesDamagedShapefiles() throws IOException {
    Map<String, byte[]> whole = parts();
    for (int round = 0; round < 500; round++) {
      Map<String, byte[]> files = new HashMap<>(whole);
      String part =
          "cells." + (random.nextBoolean() ? "shp" : random.nextInt(4) == 0 ? "prj" : "dbf");
      files.put(part, damaged(files.get(part)));
      read(TestShapefile.zip(files));
    }
  }

  @Test
  void survivesTruncatedShapefiles() throws IOException {
    for (var part : parts().entrySet()) {
      for (int length = 0; length < part.getValue().length; length += 7) {
        Map<String, byte[]> files = new HashMap<>(parts());
        files.put(part.getKey(), Arrays.copyOf(part.getValue(), length));
        read(TestShapefile.zip(files));
      }
    }
  }

  @Test
  void survivesDamagedZips() throws IOException {
    byte[] whole = TestShapefile.zip(parts());
    for (int round = 0; round < 600; round++) {
      read(
          random.nextBoolean()
              ? damaged(whole)
              : Arrays.copyOf(whole, random.nextInt(whole.length)));
    }
  }

  private Map<String, byte[]> parts() throws IOException {
    byte[] zip =
        new TestShapefile()
            .polygon("A", 1.5, SHELL, HOLE)
            .polygon("B", 2, HOLE)
            .shape(new byte[4], "C", null)
            .zip(StandardCharsets.UTF_8);
    Map<String, byte[]> files = new HashMap<>();
    Path file = Files.write(folder.resolve("parts.zip"), zip);
    try (ZipFile opened = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(opened.entries())) {
        files.put(entry.getName().substring(5), opened.getInputStream(entry).readAllBytes());
      }
    }
    return files;
  }

  private byte[] damaged(byte[] whole) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      byte[] tempting = {
        0, -1, '"', '[', ']', '{', '}', ',', '9', 'e', 127, -128, (byte) random.nextInt()
      };
      bytes[random.nextInt(bytes.length)] = tempting[random.nextInt(tempting.length)];
    }
    return bytes;
  }

  private void read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("damaged"), bytes);
    long expected = 1;
    try (FeatureSource source = Features.open(file, ReadOptions.NONE)) {
      while (source.hasNext()) {
        FeatureReading reading = source.next();
        assertThat(reading.number()).isEqualTo(expected++);
        if (reading instanceof Feature feature && feature.geometry() != null) {
          BoundaryRepair.check(source.crs().toWgs84(feature.geometry()));
          feature.attributes().keySet().forEach(feature::text);
        }
      }
    } catch (UnreadableFile fault) {
      assertThat(fault.code()).isNotEmpty();
      assertThat(fault.getMessage()).isNotEmpty();
    } catch (UnknownCrs fault) {
      assertThat(fault.getMessage()).contains("cannot be a point");
    }
  }
}
