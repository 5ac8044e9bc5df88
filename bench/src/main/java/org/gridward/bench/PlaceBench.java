package org.gridward.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Place suggestions as a person types: names and addresses of the real extract, cut anywhere, one
 * in four with a slip of the keyboard, one after the other over HTTP.
 */
final class PlaceBench {

  private static final int WARM = 2_000;
  private static final int ASKED = 4_000;
  private static final long SEED = 300;
  private static final String EXTRACT = "lower-manhattan.osm.pbf";

  private final Installation installation;
  private final String key;
  private final @Nullable Path city;

  PlaceBench(Installation installation, String key, @Nullable Path city) {
    this.installation = installation;
    this.key = key;
    this.city = city;
  }

  void run(Figures figures) throws IOException, SQLException, InterruptedException {
    if (city == null) {
      System.err.println("PLACES needs --city FOLDER with " + EXTRACT);
      return;
    }
    installation.gridwardWithFaults(
        Duration.ofMinutes(5), "import", "places", city.resolve(EXTRACT).toString());
    try (HttpConnection http = new HttpConnection(installation.port(), key)) {
      figures.add(measure(http));
    }
  }

  private Figures.Figure measure(HttpConnection http)
      throws IOException, SQLException, InterruptedException {
    List<String> names = names();
    awaitFound(http);
    Random random = new Random(SEED);
    ask(http, names, random, WARM);
    Latencies latencies = new Latencies(ask(http, names, random, ASKED));
    return new Figures.Figure(
        "places",
        "suggestions as typed, %,d requests in turn, %,d places of %s"
            .formatted(latencies.count(), names.size(), EXTRACT),
        "p50 %s, p95 %s, p99 %s"
            .formatted(latencies.millis(0.5), latencies.millis(0.95), latencies.millis(0.99)),
        "the same connection's answer to who is there: p95 " + floor(http).millis(0.95),
        "p95 ≤ 50 ms",
        latencies.quantile(0.95).compareTo(Duration.ofMillis(50)) <= 0);
  }

  private List<String> names() throws IOException, SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = installation.database();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select concat_ws(' ', number, coalesce(names->>'en', '')) from place"
                    + " union all select names->>'zh' from place where names->>'zh' is not null"
                    + " order by 1")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /** The server reads the names again when it hears of the import. */
  private static void awaitFound(HttpConnection http) throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (get(http, "/api/places/summary").contains("\"streets\":0")) {
      if (System.nanoTime() > end) {
        throw new IOException("the server does not know the places");
      }
      Thread.sleep(200);
    }
  }

  private static List<Long> ask(HttpConnection http, List<String> names, Random random, int times)
      throws IOException {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String typed = typed(names.get(random.nextInt(names.size())), random);
      double west = -74.02 + random.nextDouble() * 0.03;
      double south = 40.70 + random.nextDouble() * 0.02;
      String box = "%.5f,%.5f,%.5f,%.5f".formatted(west, south, west + 0.01, south + 0.01);
      long started = System.nanoTime();
      get(
          http,
          "/api/places?bbox=" + box + "&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
      nanos.add(System.nanoTime() - started);
    }
    return nanos;
  }

  private static String typed(String name, Random random) {
    String typed = name.substring(0, 1 + random.nextInt(name.length()));
    if (random.nextInt(4) > 0 || typed.length() < 4) {
      return typed.isBlank() ? name : typed;
    }
    int at = random.nextInt(typed.length() - 1);
    return typed.substring(0, at)
        + typed.charAt(at + 1)
        + typed.charAt(at)
        + typed.substring(at + 2);
  }

  private static Latencies floor(HttpConnection http) throws IOException {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      long started = System.nanoTime();
      get(http, "/api/session");
      nanos.add(System.nanoTime() - started);
    }
    return new Latencies(nanos);
  }

  private static String get(HttpConnection http, String path) throws IOException {
    HttpConnection.Answer answer = http.get(path);
    if (answer.status() != 200) {
      throw new IOException(path + " answered " + answer.status() + ": " + answer.text());
    }
    return answer.text();
  }
}
