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
 * A wall with a token of its own left alone under many events: 2,000 workers move each second,
 * reports come and are settled; after a third of the time the line is cut for 15 s, after two
 * thirds the server is stopped and started. The page may not be loaded anew, its heap stays flat,
 * and at the end it shows what the server counts.
 */
final class SoakBench {

  private static final int REPORTS_PER_SECOND = 40;
  private static final Duration CUT = Duration.ofSeconds(15);
  private static final Duration HEAP_EVERY = Duration.ofSeconds(20);
  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final Duration TO_AGREE = Duration.ofSeconds(90);
  private static final double FLAT = 1.25;

  private final Installation installation;
  private final String key;
  private final int linePort;
  private final Duration time;
  private final List<Long> heap = new ArrayList<>();

  /**
   * @param linePort a free port for the line that is cut
   * @param time how long the wall is left alone, after a minute to warm up
   */
  SoakBench(Installation installation, String key, int linePort, Duration time) {
    this.installation = installation;
    this.key = key;
    this.linePort = linePort;
    this.time = time;
  }

  void run(Figures figures) throws Exception {
    String token =
        installation
            .gridward(Duration.ofMinutes(2), "admin", "create-wall-token", "--label", "Soak")
            .lines()
            .toList()
            .getLast()
            .strip();
    long before = entries();
    try (Line line = new Line(linePort, installation.port());
        Chromium chromium =
            new Chromium(installation.folder().resolve("chromium-soak"), 1920, 1080)) {
      Tab tab = chromium.tab();
      tab.beforeEveryPage(Visit.probe("[data-figure=open]"));
      tab.open("http://127.0.0.1:" + line.port() + "/wall?token=" + token);
      long positions;
      long reports;
      int loads;
      try (Crowd crowd = new Crowd(installation, key);
          EventLoad load = new EventLoad(installation, key, REPORTS_PER_SECOND)) {
        Thread.sleep(WARM_UP);
        loads = tab.navigations();
        watch(tab, time.dividedBy(3));
        line.cut();
        Thread.sleep(CUT);
        line.mend();
        watch(tab, time.dividedBy(3));
        installation.stop();
        installation.start();
        watch(tab, time.dividedBy(3));
        load.close();
        crowd.close();
        positions = crowd.accepted();
        reports = load.reported();
      }
      String counts = awaitAgreement(tab);
      int again = tab.navigations() - loads;
      add(figures, entries() - before, positions, reports, again, counts);
    }
  }

  private void watch(Tab tab, Duration span) throws IOException, InterruptedException {
    long end = System.nanoTime() + span.toNanos();
    while (System.nanoTime() < end) {
      heap.add(tab.heapAfterCollection());
      Thread.sleep(HEAP_EVERY);
    }
  }

  /** What wall and server count, "" once they agree. */
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
        return "the wall shows %d open, the server counts %d".formatted(shown, counted);
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

  private void add(
      Figures figures, long entries, long positions, long reports, int again, String counts)
      throws IOException {
    double growth = heap.getLast() / (double) heap.getFirst();
    figures.add(
        new Figures.Figure(
            "soak",
            "/wall left alone for %d min: %,d reports, %,d journal entries, %,d positions; line cut for %d s, server started again"
                .formatted(time.toMinutes(), reports, entries, positions, CUT.toSeconds()),
            "heap after collection %.1f → %.1f MB, slope %+.1f MB an hour; loaded anew %d times; %s"
                .formatted(
                    heap.getFirst() / 1e6,
                    heap.getLast() / 1e6,
                    slopePerHour(heap) / 1e6,
                    again,
                    counts.isEmpty() ? "counts agree" : counts),
            "the server's own count",
            "heap ≤ 1.25 ×, never loaded anew, counts agree",
            growth <= FLAT && again == 0 && counts.isEmpty()));
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
