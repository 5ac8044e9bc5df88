package org.gridward.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@PostgisTest
class BasemapIT {

  @TempDir static Path folder;

  @LocalServerPort int port;

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry properties) {
    properties.add("gridward.data-folder", folder::toString);
  }

  @Test
  void handsOutTheMapThatStandsInTheDataFolderNow() throws IOException {
    TestClient anybody = TestClient.anonymous(port);
    assertThat(anybody.get("/api/basemap").json().path("version").isNull()).isTrue();

    put("first");
    var summary = anybody.get("/api/basemap").json();
    String version = summary.path("version").asString();
    assertThat(summary.path("attribution").asString()).contains("OpenStreetMap");
    assertThat(summary.at("/bbox/0").asDouble()).isEqualTo(68);
    assertThat(summary.path("maxZoom").asInt()).isEqualTo(14);

    var tile = anybody.get("/api/basemap/" + version + "/0/0/0.mvt");
    assertThat(tile.status()).isEqualTo(200);
    assertThat(tile.header("content-encoding")).isEqualTo("gzip");
    assertThat(tile.header("cache-control")).contains("immutable", "max-age=31536000", "public");
    assertThat(anybody.get("/api/basemap/" + version + "/1/1/1.mvt").status()).isEqualTo(204);

    put("the second, which is longer");
    assertThat(anybody.get("/api/basemap/" + version + "/0/0/0.mvt").code())
        .isEqualTo("basemap-version-unknown");
    assertThat(anybody.get("/api/basemap").json().path("version").asString()).isNotEqualTo(version);

    Files.writeString(folder.resolve(Basemap.FILE), "damaged");
    assertThat(anybody.get("/api/basemap").json().path("version").isNull()).isTrue();
  }

  private static void put(String tile) throws IOException {
    TreeMap<Long, byte[]> tiles = new TreeMap<>();
    tiles.put(0L, tile.getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve(Basemap.FILE), TestTiles.write(tiles, 1));
  }
}
