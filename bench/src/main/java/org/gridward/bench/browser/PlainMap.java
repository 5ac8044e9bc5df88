package org.gridward.bench.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The peer: a page as one writes it first, with Leaflet's SVG polygons for cells and its default
 * markers for incidents and workers, over the same data with the same moves each second.
 */
public final class PlainMap implements AutoCloseable {

  private static final String LEAFLET = "/META-INF/resources/webjars/leaflet/1.9.4/dist/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  /**
   * @param port of the loopback, free
   * @param data JSON by path: {@code /cells} as GeoJSON, {@code /incidents} as [[lon, lat]…],
   *     {@code /workers} as [[id, lon, lat]…]
   */
  public PlainMap(int port, Map<String, Supplier<String>> data) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext(
        "/", exchange -> answer(exchange, "text/html", file("/browser/plain.html")));
    server.createContext("/leaflet/", PlainMap::leaflet);
    data.forEach(
        (path, json) ->
            server.createContext(
                path,
                exchange ->
                    answer(
                        exchange,
                        "application/json",
                        json.get().getBytes(StandardCharsets.UTF_8))));
    server.start();
  }

  /** Where the page is. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private static void leaflet(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring("/leaflet/".length());
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type =
        switch (ending) {
          case "js" -> "text/javascript";
          case "css" -> "text/css";
          default -> "image/png";
        };
    answer(exchange, type, file(LEAFLET + name));
  }

  private static byte[] file(String path) throws IOException {
    try (InputStream in = PlainMap.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("no " + path);
      }
      return in.readAllBytes();
    }
  }

  private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
