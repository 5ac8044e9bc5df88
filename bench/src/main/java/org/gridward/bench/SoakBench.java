package org.gridward.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gridward.bench.browser.Chromium;
import org.gridward.bench.browser.Line;
import org.gridward.bench.browser.Tab;
import org.gridward.bench.browser.Visit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A wall with a token of its own and a console left alone under many events: 2,000 workers move
 * each second, reports come and are settled; after a third of the time the line is cut for 15 s,
 * after two thirds the server is stopped and started. The pages may not be loaded anew, their heaps
 * stay flat, and at the end each shows what the server counts.
 */
final class SoakBench {

  private static final int REPORTS_PER_SECOND = 40;
  private static final Duration CUT = Duration.ofSeconds(15);
  private static final Duration HEAP_EVERY = Duration.ofSeconds(20);
  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final Duration TO_AGREE = Duration.ofSeconds(90);
  private static final double FLAT = 1.25;

  /** A page left alone, and what its heap held after collections, one each 20 s. */
  private static final class Screen implements AutoCloseable {
    private final String path;
    private final Chromium chromium;
    private final List<Long> heap = new ArrayList<>();
    private int loads;

    Screen(String path, Chromium chromium) {
      this.path = path;
      this.chromium = chromium;
    }

    Tab tab() {
      return chromium.tab();
    }

    @Override
    public void close() {
      chromium.close();
    }
  }

  private final Installation installation;
  private final String key;
  private final String password;
  private final int linePort;
  private final Duration time;

  /**
   * @param password of the operator
   * @param linePort a free port for the line that is cut
   * @param time how long the pages are left alone, after a minute to warm up
   */
  SoakBench(Installation installation, String key, String password, int linePort, Duration time) {
    this.installation = installation;
    this.key = key;
    this.password = password;
    this.linePort = linePort;
    this.time = time;
  }

  void run(Figures figures) throws Exception {
    long before = entries();
    try (Line line = new Line(linePort, installation.port());
        Screen wall = wall(line);
        Screen console = console(line)) {
      List<Screen> screens = List.of(wall, console);
      long positions;
      long reports;
      try (Crowd crowd = new Crowd(installation, key);
          EventLoad load = new EventLoad(installation, key, REPORTS_PER_SECOND)) {
        Thread.sleep(WARM_UP);
        screens.forEach(screen -> screen.loads = screen.tab().navigations());
        watch(screens, time.dividedBy(3));
        line.cut();
        Thread.sleep(CUT);
        line.mend();
        watch(screens, time.dividedBy(3));
        installation.stop();
        installation.start();
        watch(screens, time.dividedBy(3));
        load.close();
        crowd.close();
        positions = crowd.accepted();
        reports = load.reported();
      }
      String events =
          "%,d reports, %,d journal entries, %,d positions"
              .formatted(reports, entries() - before, positions);
      for (Screen screen : screens) {
        add(figures, screen, events, awaitAgreement(screen.tab()));
      }
    }
  }

  private Screen wall(Line line) throws IOException, InterruptedException {
    String token =
        installation
            .gridward(Duration.ofMinutes(2), "admin", "create-wall-token", "--label", "Soak")
            .lines()
            .toList()
            .getLast()
            .strip();
    return open(line, "/wall", "?token=" + token, 1920, 1080);
  }

  private Screen console(Line line) throws IOException, InterruptedException {
    return open(line, "/console", "", 1440, 900);
  }

  private Screen open(Line line, String path, String query, int width, int height)
      throws IOException, InterruptedException {
    String origin = "http://127.0.0.1:" + line.port();
    var profile = installation.folder().resolve("chromium-soak" + path.replace('/', '-'));
    Screen screen = new Screen(path, new Chromium(profile, width, height));
    screen.tab().beforeEveryPage(Visit.probe("[data-figure=open]"));
    if (query.isEmpty()) {
      screen.tab().signIn(origin, "operator", password);
    }
    screen.tab().open(origin + path + query);
    return screen;
  }

  private static void watch(List<Screen> screens, Duration span)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + span.toNanos();
    while (System.nanoTime() < end) {
      for (Screen screen : screens) {
        screen.heap.add(screen.tab().heapAfterCollection());
      }
      Thread.sleep(HEAP_EVERY);
    }
  }

  /** What page and server count, "" once they agree. */
  private String awaitAgreement(Tab tab) throws Exception {
    long end = System.nanoTime() + TO_AGREE.toNanos();
    while (true) {
      long shown =
          tab.evaluate(
                  "Number(benchProbe.find('[data-figure=open]').textContent.replace(/[^0-9]/g,"
                      + " ''))")
              .asLong();
      long counted = counted();
      if (shown == counted) {
        return "";
      }
      if (System.nanoTime() > end) {
        return "it shows %d open, the server counts %d".formatted(shown, counted);
      }
      Thread.sleep(1_000);
    }
  }

  private long counted() throws IOException {
    try (HttpConnection connection = new HttpConnection(installation.port(), key)) {
      JsonNode open =
          JsonMapper.shared()
              .readTree(connection.get("/api/wall/figures?area=0").text())
              .path("open");
      return open.path(open.size() - 1).asLong();
    }
  }

  private long entries() throws Exception {
    try (var connection = installation.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from journal_entry")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void add(Figures figures, Screen screen, String events, String counts)
      throws IOException {
    List<Long> heap = screen.heap;
    int third = Math.max(1, heap.size() / 3);
    double first = median(heap.subList(0, third));
    double last = median(heap.subList(heap.size() - third, heap.size()));
    int again = screen.tab().navigations() - screen.loads;
    figures.add(
        new Figures.Figure(
            "soak",
            "%s left alone for %d min: %s; line cut for %d s, server started again"
                .formatted(screen.path, time.toMinutes(), events, CUT.toSeconds()),
            "heap after collection, medians of the first and last third, %.1f → %.1f MB, slope %+.1f MB an hour; loaded anew %d times; %s"
                .formatted(
                    first / 1e6,
                    last / 1e6,
                    slopePerHour(heap) / 1e6,
                    again,
                    counts.isEmpty() ? "counts agree" : counts),
            "the server's own count",
            "heap ≤ 1.25 ×, never loaded anew, counts agree",
            last <= FLAT * first && again == 0 && counts.isEmpty()));
  }

  private static double median(List<Long> samples) {
    return samples.stream().sorted().skip(samples.size() / 2).findFirst().orElseThrow();
  }

  /** The straight line of least squares through the samples, bytes an hour. */
  private static double slopePerHour(List<Long> samples) {
    double middle = (samples.size() - 1) / 2.0;
    double mean = samples.stream().mapToLong(Long::longValue).average().orElse(0);
    double over = 0;
    double under = 0;
    for (int i = 0; i < samples.size(); i++) {
      over += (i - middle) * (samples.get(i) - mean);
      under += (i - middle) * (i - middle);
    }
    return under == 0
        ? 0
        : over / under * (Duration.ofHours(1).toMillis() / (double) HEAP_EVERY.toMillis());
  }
}
