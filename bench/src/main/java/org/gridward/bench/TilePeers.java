package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * nginx with files of a folder, and MapServer over the same database behind it by FastCGI, where
 * the machine has them.
 */
final class TilePeers implements AutoCloseable {

  /** What to install where a peer is missing. */
  static final String MISSING = "apt-get install nginx-light spawn-fcgi cgi-mapserver";

  private final int port;
  private final @Nullable Process nginx;
  private final @Nullable Process mapServer;

  private TilePeers(int port, @Nullable Process nginx, @Nullable Process mapServer) {
    this.port = port;
    this.nginx = nginx;
    this.mapServer = mapServer;
  }

  /**
   * Starts what there is.
   *
   * @param folder whose files nginx hands out
   * @param port of nginx; MapServer listens on the next
   */
  static TilePeers start(Installation installation, Path folder, int port) throws IOException {
    Optional<Path> nginx = program("nginx");
    Optional<Path> spawn = program("spawn-fcgi");
    Optional<Path> mapserv = program("mapserv");
    if (nginx.isEmpty()) {
      return new TilePeers(port, null, null);
    }
    boolean withMap = spawn.isPresent() && mapserv.isPresent();
    Path map = withMap ? writeMap(installation, folder) : null;
    Process mapping =
        map == null
            ? null
            : mapServer(spawn.orElseThrow(), mapserv.orElseThrow(), folder, map, port + 1);
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, configuration(folder, port, map));
    Process serving =
        new ProcessBuilder(
                nginx.get().toString(),
                "-p",
                folder.toString(),
                "-c",
                configuration.toString(),
                "-g",
                "daemon off;")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.out").toFile())
            .start();
    TilePeers peers = new TilePeers(port, serving, mapping);
    peers.await();
    return peers;
  }

  private static Process mapServer(Path spawn, Path mapserv, Path folder, Path map, int port)
      throws IOException {
    Path settings =
        Files.writeString(
            folder.resolve("mapserver.conf"), "CONFIG ENV MS_MAP_PATTERN \".\" END END\n");
    ProcessBuilder builder =
        new ProcessBuilder(
            spawn.toString(),
            "-n",
            "-a",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "--",
            mapserv.toString());
    builder.environment().put("MAPSERVER_CONFIG_FILE", settings.toString());
    builder.environment().put("MS_MAPFILE", map.toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("mapserver.log").toFile())
        .start();
  }

  private static Optional<Path> program(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Arrays.stream(path.split(":")), Stream.of("/usr/sbin", "/usr/lib/cgi-bin"))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String configuration(Path folder, int port, @Nullable Path map) {
    String fastCgi =
        map == null
            ? ""
            : """
            location /map {
              fastcgi_pass 127.0.0.1:%d;
              fastcgi_param QUERY_STRING $query_string;
              fastcgi_param REQUEST_METHOD GET;
              fastcgi_param MS_MAPFILE %s;
            }
            """
                .formatted(port + 1, map);
    return """
    user root;
    worker_processes 2;
    pid nginx.pid;
    error_log nginx.log;
    events { worker_connections 256; }
    http {
      access_log off;
      client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi; scgi_temp_path scgi;
      sendfile on;
      keepalive_requests 100000000;
      open_file_cache max=1000;
      types { application/vnd.mapbox-vector-tile mvt; }
      server { listen 127.0.0.1:%d; root %s; %s }
    }
    """
        .formatted(port, folder, fastCgi);
  }

  private static Path writeMap(Installation installation, Path folder) throws IOException {
    String text =
        """
        MAP
          NAME "cells"
          EXTENT -20037508 -20037508 20037508 20037508
          SIZE 256 256
          PROJECTION "init=epsg:3857" END
          OUTPUTFORMAT NAME "mvt" DRIVER MVT FORMATOPTION "EXTENT=4096" FORMATOPTION "EDGE_BUFFER=64" END
          WEB METADATA "ows_enable_request" "*" END END
          LAYER
            NAME "cells" TYPE POLYGON STATUS ON
            CONNECTIONTYPE POSTGIS
            CONNECTION "host=127.0.0.1 port=%d dbname=gridward user=gridward password=%s"
            PROCESSING "CLOSE_CONNECTION=DEFER"
            DATA "boundary from (select b.boundary, a.id, a.code, a.type, a.path, coalesce(a.names->>'en', a.code) as name from area_boundary b join area a on a.id = b.area_id where b.valid_until is null and b.cell and a.retired_at is null) as c using unique id using srid=4326"
            PROJECTION "init=epsg:4326" END
            METADATA "gml_include_items" "all" END
            CLASS STYLE COLOR 0 0 0 END END
          END
        END
        """
            .formatted(installation.databasePort(), installation.password());
    return Files.writeString(folder.resolve("cells.map"), text);
  }

  /** Where MapServer's tile stands behind nginx. */
  static String mapServerAddress(int z, int x, int y) {
    return "/map?mode=tile&tilemode=gmap&tile=%d+%d+%d&layers=cells&map.imagetype=mvt"
        .formatted(x, y, z);
  }

  boolean hasNginx() {
    return nginx != null;
  }

  boolean hasMapServer() {
    return mapServer != null;
  }

  int port() {
    return port;
  }

  HttpConnection connect() throws IOException {
    return new HttpConnection(port, "");
  }

  private void await() throws IOException {
    for (int i = 0; i < 50; i++) {
      try (HttpConnection _ = connect()) {
        return;
      } catch (IOException _) {
        pause();
      }
    }
    throw new IOException("nginx does not answer on port " + port);
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    for (Process process : Stream.of(nginx, mapServer).filter(p -> p != null).toList()) {
      List<ProcessHandle> children = process.descendants().toList();
      process.destroy();
      children.forEach(ProcessHandle::destroy);
    }
  }
}
