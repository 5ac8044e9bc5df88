package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * S7: vector tiles of the cells. Cold, each tile is asked for once of each in turn, in changing
 * order: of the server, of PostGIS itself ({@code ST_AsMVT} over one connection) and of MapServer,
 * after all three have made as many other tiles. Warm, eight connections ask again and again for
 * tiles that were made, of the server and of nginx with the same bytes as files.
 */
final class TileBench {

  private static final int FROM_ZOOM = 13;
  private static final int TO_ZOOM = 16;
  private static final int TILES = 2_400;

  /** Asked for before anything is measured: tiles in which nothing lies, far from the city. */
  private static final int EMPTY_ONES = 20_000;

  private static final int CONNECTIONS = 8;
  private static final long WARM_UP_NANOS = 20_000_000_000L;
  private static final long WARM_NANOS = 6_000_000_000L;
  private static final Pattern NUMBERS = Pattern.compile("\"bounds\":\\[([^\\]]*)]");
  private static final Pattern ADDRESS = Pattern.compile("\"tiles\":\\[\"([^\"]*)\"");
  private static final String RAW =
      """
      with tile as (select ST_TileEnvelope(?, ?, ?) as box,
        ST_Transform(ST_TileEnvelope(?, ?, ?, margin => 0.02), 4326) as around)
      select ST_AsMVT(f, 'cells', 4096, 'shape', 'id') from (
        select a.id, a.code, a.type, a.path, coalesce(a.names->>'en', a.code) as name,
          a.names->>'zh' as name_zh,
          ST_AsMVTGeom(ST_Transform(b.boundary, 3857), tile.box, 4096, 64, true) as shape
        from tile join area_boundary b on b.boundary && tile.around join area a on a.id = b.area_id
        where b.valid_until is null and b.cell and a.retired_at is null) as f
      where shape is not null
      """;

  private final Installation installation;
  private final String key;

  TileBench(Installation installation, String key) {
    this.installation = installation;
    this.key = key;
  }

  private record Tile(int z, int x, int y) {}

  /** How many each second. */
  private record Rates(double server, double raw, double mapServer) {}

  void run(Figures figures) throws IOException, SQLException, InterruptedException {
    Path folder = Files.createDirectories(installation.folder().resolve("s7"));
    try (TilePeers peers = TilePeers.start(installation, folder, installation.port() + 20);
        HttpConnection http = new HttpConnection(installation.port(), key)) {
      String layer = http.get("/api/tiles/cells").text();
      String address = first(ADDRESS, layer);
      List<Tile> tiles = tiles(first(NUMBERS, layer));
      Rates cold = cold(http, address, tiles, peers);
      double share = cold.server() / cold.raw();
      figures.add(
          new Figures.Figure(
              "S7",
              "tiles of cells made, zoom %d to %d, the same %,d of each in turn"
                  .formatted(FROM_ZOOM, TO_ZOOM, tiles.size() / 2),
              "%,.0f/s".formatted(cold.server()),
              "raw ST_AsMVT %,.0f/s (%.2f of it), MapServer %s"
                  .formatted(
                      cold.raw(),
                      share,
                      peers.hasMapServer()
                          ? "%,.0f/s (%.1f ×)"
                              .formatted(cold.mapServer(), cold.server() / cold.mapServer())
                          : "not measured: " + TilePeers.MISSING),
              "≥ 0.9 of raw, ≥ 3 × MapServer",
              share >= 0.9 && peers.hasMapServer() && cold.server() >= 3 * cold.mapServer()));
      figures.add(warm(address, tiles, peers, folder));
    }
  }

  private static String first(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("the layer says no " + pattern + ": " + text);
    }
    return matcher.group(1);
  }

  /** Different tiles over the city in random order. */
  private static List<Tile> tiles(String bounds) {
    String[] sides = bounds.split(",");
    List<Tile> tiles = new ArrayList<>();
    for (int z = FROM_ZOOM; z <= TO_ZOOM; z++) {
      for (int x = column(sides[0], z); x <= column(sides[2], z); x++) {
        for (int y = row(sides[3], z); y <= row(sides[1], z); y++) {
          tiles.add(new Tile(z, x, y));
        }
      }
    }
    Collections.shuffle(tiles, new Random(7));
    return tiles.subList(0, Math.min(TILES, tiles.size()));
  }

  private static int column(String lon, int z) {
    return (int) ((Double.parseDouble(lon) + 180) / 360 * (1 << z));
  }

  private static int row(String lat, int z) {
    double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(Double.parseDouble(lat)) / 2));
    return (int) ((1 - y / Math.PI) / 2 * (1 << z));
  }

  /** The first half of the tiles warms all three, the other is measured. */
  private Rates cold(HttpConnection http, String address, List<Tile> tiles, TilePeers peers)
      throws IOException, SQLException {
    long[] nanos = new long[3];
    int half = tiles.size() / 2;
    try (Connection database = installation.database();
        PreparedStatement raw = database.prepareStatement(RAW);
        HttpConnection map = peers.hasMapServer() ? peers.connect() : null) {
      for (int i = 0; i < EMPTY_ONES; i++) {
        require(http.get(address(address, new Tile(TO_ZOOM, i % 200, i / 200))), address);
      }
      for (int i = 0; i < tiles.size(); i++) {
        Tile tile = tiles.get(i);
        for (int turn = 0; turn < nanos.length; turn++) {
          int which = (i + turn) % nanos.length;
          long started = System.nanoTime();
          if (which == 0) {
            require(http.get(address(address, tile)), address);
          } else if (which == 1) {
            raw(raw, tile);
          } else if (map != null) {
            require(map.get(TilePeers.mapServerAddress(tile.z(), tile.x(), tile.y())), "MapServer");
          }
          nanos[which] += i < half ? 0 : System.nanoTime() - started;
        }
      }
    }
    double measured = (tiles.size() - half) * 1e9;
    return new Rates(measured / nanos[0], measured / nanos[1], measured / nanos[2]);
  }

  private static void require(HttpConnection.Answer answer, String what) throws IOException {
    if (answer.status() != 200 && answer.status() != 204) {
      throw new IOException(what + " answered " + answer.status() + ": " + answer.text());
    }
  }

  private static void raw(PreparedStatement statement, Tile tile) throws SQLException {
    for (int i = 0; i < 6; i += 3) {
      statement.setInt(i + 1, tile.z());
      statement.setInt(i + 2, tile.x());
      statement.setInt(i + 3, tile.y());
    }
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      rows.getBytes(1);
    }
  }

  private static String address(String template, Tile tile) {
    return template
        .replace("{z}", Integer.toString(tile.z()))
        .replace("{x}", Integer.toString(tile.x()))
        .replace("{y}", Integer.toString(tile.y()));
  }

  private Figures.Figure warm(String address, List<Tile> tiles, TilePeers peers, Path folder)
      throws IOException, InterruptedException {
    List<String> served = new ArrayList<>();
    List<String> files = new ArrayList<>();
    try (HttpConnection http = new HttpConnection(installation.port(), key)) {
      for (Tile tile : tiles.subList(0, Math.min(300, tiles.size()))) {
        HttpConnection.Answer answer = http.get(address(address, tile));
        if (answer.status() == 200) {
          String name = "%d-%d-%d.mvt".formatted(tile.z(), tile.x(), tile.y());
          Files.write(folder.resolve(name), answer.body());
          files.add("/" + name);
          served.add(address(address, tile));
        }
      }
    }
    load(installation.port(), key, served, WARM_UP_NANOS);
    double server = load(installation.port(), key, served, WARM_NANOS);
    double nginx = 0;
    if (peers.hasNginx()) {
      load(peers.port(), "", files, WARM_UP_NANOS / 4);
      nginx = load(peers.port(), "", files, WARM_NANOS);
    }
    return new Figures.Figure(
        "S7",
        "the same tiles again, %d connections".formatted(CONNECTIONS),
        "%,.0f/s".formatted(server),
        peers.hasNginx()
            ? "nginx with the same bytes as files %,.0f/s (%.2f of it)"
                .formatted(nginx, server / nginx)
            : "nginx not measured: " + TilePeers.MISSING,
        "≥ 0.4 of nginx",
        peers.hasNginx() && server >= 0.4 * nginx);
  }

  /** Requests a second. */
  private static double load(int port, String key, List<String> paths, long nanos)
      throws InterruptedException {
    AtomicLong answered = new AtomicLong();
    CountDownLatch done = new CountDownLatch(CONNECTIONS);
    long end = System.nanoTime() + nanos;
    for (int c = 0; c < CONNECTIONS; c++) {
      int seed = c;
      Thread.ofPlatform()
          .start(
              () -> {
                try (HttpConnection http = new HttpConnection(port, key)) {
                  for (int i = seed; System.nanoTime() < end; i++) {
                    require(http.get(paths.get(i % paths.size())), paths.getFirst());
                    answered.incrementAndGet();
                  }
                } catch (IOException e) {
                  System.err.println("S7: " + e.getMessage());
                } finally {
                  done.countDown();
                }
              });
    }
    done.await();
    return answered.get() * 1e9 / nanos;
  }
}
