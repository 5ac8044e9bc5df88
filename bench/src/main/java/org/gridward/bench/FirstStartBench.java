package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * S9: from nothing to a live wall. The start after the first one, measured from the command to the
 * first page; and a real city taken in: its cells by import, its week of requests through the
 * public API at full speed.
 */
final class FirstStartBench {

  private static final Duration CACHE_LIMIT = Duration.ofMinutes(3);

  private final Path launcher;
  private final Path folder;
  private final int port;
  private final @Nullable Path city;

  FirstStartBench(Path launcher, Path folder, int port, @Nullable Path city) {
    this.launcher = launcher;
    this.folder = folder;
    this.port = port;
    this.city = city;
  }

  void run(Figures figures) throws Exception {
    Files.createDirectories(folder);
    System.out.println("S9");
    try (Installation installation = new Installation(launcher, folder, port)) {
      double first = secondsToFirstPage(installation);
      installation.awaitStartUpCache(CACHE_LIMIT);
      installation.stop();
      double later = secondsToFirstPage(installation);
      figures.add(
          new Figures.Figure(
              "S9",
              "start to first page",
              "%.1f s".formatted(later),
              "the very first start, without the AOT cache: %.1f s".formatted(first),
              "≤ 5 s",
              later <= 5));
      if (city != null) {
        takeInCity(installation, city, figures);
      }
    }
  }

  private double secondsToFirstPage(Installation installation) throws IOException {
    long start = System.nanoTime();
    installation.start();
    try (HttpConnection connection = new HttpConnection(port, "")) {
      int status = connection.get("/signin").status();
      if (status != 200) {
        throw new IOException("/signin answered " + status);
      }
    }
    return seconds(start);
  }

  /** As the README says it: first the city, then the server. */
  private void takeInCity(Installation installation, Path data, Figures figures) throws Exception {
    Duration limit = Duration.ofMinutes(5);
    Path commands = Files.write(folder.resolve("city.txt"), commands(data));
    installation.stop();
    long start = System.nanoTime();
    installation.gridwardWithFaults(limit, "run", commands.toString());
    double seconds = seconds(start);
    double later = secondsToFirstPage(installation);
    long stored = count(installation, "select count(*) from incident");
    long cells = count(installation, "select count(*) from area where cell");
    figures.add(
        new Figures.Figure(
            "S9",
            "%d cells and %d incidents taken in".formatted(cells, stored),
            "%.0f s".formatted(seconds),
            "%.0f incidents/s, the program's start and the ground included"
                .formatted(stored / seconds),
            "≤ 30 s",
            seconds <= 30));
    figures.add(
        new Figures.Figure(
            "S9",
            "start to first page with that city",
            "%.1f s".formatted(later),
            "",
            "≤ 5 s",
            later <= 5));
  }

  private static List<String> commands(Path data) {
    Path requests = data.resolve("311-requests-2026-08.csv.gz");
    return List.of(
        "import areas '%s' --level borough:Borough:区 --code borough_code --name name"
            .formatted(data.resolve("boroughs.geojson")),
        "import areas '%s' --level neighbourhood:Neighbourhood:街区 --code NTACode --parent BoroCode --name NTAName"
            .formatted(data.resolve("neighbourhoods.geojson")),
        "import areas '%s' --level tract:Tract:普查区 --cell --code BoroCT2010 --parent NTACode --name CTLabel"
            .formatted(data.resolve("tracts-epsg2263.shp.zip")),
        "import categories '%s' --code complaint_type".formatted(requests),
        "import incidents '%s' --zone America/New_York --columns category=complaint_type,description=descriptor,lon=longitude,lat=latitude,address=incident_address,created=created_date,closed=closed_date,id=unique_key"
            .formatted(requests));
  }

  private static long count(Installation installation, String sql) throws Exception {
    try (var connection = installation.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static double seconds(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
