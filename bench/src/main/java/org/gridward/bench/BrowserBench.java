package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gridward.bench.browser.Chromium;
import org.gridward.bench.browser.PlainMap;
import org.gridward.bench.browser.Visit;
import org.gridward.bench.browser.Visit.Seen;
import org.gridward.gis.city.CityLevel;

/**
 * The console and the wall in a real Chromium with 2,160 cells, 5,000 open incidents and 2,000
 * workers who move each second through the real server, beside a plain Leaflet page that draws the
 * same with default markers and SVG. All run on the machine that is measured.
 */
final class BrowserBench {

  private static final int INCIDENTS = 5_000;
  private static final int FIRST_LOAD_BYTES = 350 * 1024;
  private static final int INTERACTIVE_MILLIS = 1_500;
  private static final int TASK_MILLIS = 50;
  private static final String INPUT =
      "%,d cells, %,d open incidents, %,d workers moving each second"
          .formatted(MadeUpCity.CELLS, INCIDENTS, Crowd.SIZE);

  /** A page to measure: its path, what shows that it is there, and its screen in pixels. */
  private record Screen(String path, String wanted, int width, int height) {}

  private static final List<Screen> SCREENS =
      List.of(
          new Screen("/console", "[role=listbox] [role=option]", 1440, 900),
          new Screen("/wall", "[data-figure=open]:not(:empty)", 1920, 1080));

  private final Installation installation;
  private final String key;
  private final String password;
  private final int plainPort;
  private final Duration time;
  private final StringBuilder incidents = new StringBuilder("[");

  /**
   * @param password of the operator
   * @param plainPort a free port for the plain page
   * @param time how long each page is watched
   */
  BrowserBench(
      Installation installation, String key, String password, int plainPort, Duration time) {
    this.installation = installation;
    this.key = key;
    this.password = password;
    this.plainPort = plainPort;
    this.time = time;
  }

  void run(Figures figures) throws Exception {
    report();
    String cells = Files.readString(installation.folder().resolve(CityLevel.CELL.fileName()));
    try (Crowd crowd = new Crowd(installation, key)) {
      Map<Screen, Seen> seen = new LinkedHashMap<>();
      for (Screen screen : SCREENS) {
        String address = "http://127.0.0.1:" + installation.port() + screen.path;
        seen.put(screen, visit(screen, address, true));
      }
      try (PlainMap map =
          new PlainMap(
              plainPort,
              Map.of(
                  "/cells", () -> cells,
                  "/incidents", incidents::toString,
                  "/workers", crowd::json))) {
        Seen plain = visit(new Screen("", "#ready", 1440, 900), map.address(), false);
        for (Map.Entry<Screen, Seen> each : seen.entrySet()) {
          add(figures, each.getKey(), each.getValue(), plain);
        }
      }
      System.out.printf("  %,d positions were taken%n", crowd.accepted());
    }
  }

  private void report() throws IOException {
    try (HttpConnection connection = new HttpConnection(installation.port(), key)) {
      for (int i = 0; i < INCIDENTS; i++) {
        double[] at = MadeUpCity.pointIn(i % MadeUpCity.CELLS);
        String place = String.format(Locale.ROOT, "%.6f,\"lat\":%.6f", at[0], at[1]);
        var answer =
            connection.post(
                "/api/incidents",
                "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                "{\"category\":\"%s\",\"place\":{\"lon\":%s},\"description\":\"Load: street light out\"}"
                    .formatted(Bench.CATEGORY, place));
        if (answer.status() != 201) {
          throw new IOException(answer.status() + " " + answer.text());
        }
        incidents
            .append(i == 0 ? "" : ",")
            .append(String.format(Locale.ROOT, "[%.6f,%.6f]", at[0], at[1]));
      }
    }
    incidents.append(']');
  }

  private Seen visit(Screen screen, String address, boolean signedIn)
      throws IOException, InterruptedException {
    Path profile =
        installation.folder().resolve("chromium-" + UUID.randomUUID().toString().substring(0, 8));
    try (Chromium chromium = new Chromium(profile, screen.width, screen.height)) {
      if (signedIn) {
        chromium.tab().signIn("http://127.0.0.1:" + installation.port(), "operator", password);
      }
      Seen seen =
          new Visit(chromium.tab(), screen.wanted, screen.width / 2, screen.height / 2)
              .stay(address, time);
      System.out.println("  " + address + ": " + said(seen));
      return seen;
    }
  }

  private void add(Figures figures, Screen screen, Seen seen, Seen plain) throws IOException {
    figures.add(
        new Figures.Figure(
            "browser",
            "%s: %s, panned and zoomed half of %d min"
                .formatted(screen.path, INPUT, time.toMinutes()),
            said(seen),
            "plain Leaflet: " + said(plain),
            "longest task of a second ≤ 50 ms at p95",
            Seen.quantile(seen.worstBySecond(), 0.95) <= TASK_MILLIS));
    figures.add(
        new Figures.Figure(
            "browser",
            "%s: first load, nothing cached, with the same".formatted(screen.path),
            "%d KB and %d KB of data, interactive after %.0f ms"
                .formatted(
                    seen.codeBytes() / 1024, seen.dataBytes() / 1024, seen.interactiveMillis()),
            "plain Leaflet: interactive after %.0f ms".formatted(plain.interactiveMillis()),
            "≤ 350 KB, ≤ 1,500 ms",
            seen.codeBytes() <= FIRST_LOAD_BYTES
                && seen.interactiveMillis() <= INTERACTIVE_MILLIS));
  }

  private static String said(Seen seen) {
    return "longest task of a second p95 %.0f ms, worst %.0f ms, %d over 50 ms in %d s; frames p50 %.0f, p95 %.0f ms; heap %.1f → %.1f MB"
        .formatted(
            Seen.quantile(seen.worstBySecond(), 0.95),
            Seen.quantile(seen.worstBySecond(), 1),
            seen.longTasks(),
            seen.worstBySecond().length,
            Seen.quantile(seen.frames(), 0.5),
            Seen.quantile(seen.frames(), 0.95),
            seen.heapBytes().getFirst() / 1e6,
            seen.heapBytes().getLast() / 1e6);
  }
}
