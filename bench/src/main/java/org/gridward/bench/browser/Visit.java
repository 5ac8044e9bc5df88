package org.gridward.bench.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One page under load: opened cold, then panned and zoomed by script until its time is over. */
public final class Visit {

  private static final int PATIENCE_SECONDS = 120;
  private static final Duration HEAP_EVERY = Duration.ofSeconds(30);

  /**
   * What was seen.
   *
   * @param codeBytes of the page, code, styles and pictures, as they came over the wire
   * @param dataBytes of JSON and tiles, as they came over the wire
   * @param interactiveMillis from the navigation until the content is shown and the main thread is
   *     free for 300 ms
   * @param worstBySecond the longest task of each second after that in milliseconds, 0 where none
   *     was over 50 ms
   * @param longTasks how many tasks were over 50 ms
   * @param frames milliseconds between frames while the map was panned and zoomed
   * @param heapBytes what JavaScript held after forced collections, one each 30 s
   */
  public record Seen(
      long codeBytes,
      long dataBytes,
      double interactiveMillis,
      double[] worstBySecond,
      int longTasks,
      double[] frames,
      List<Long> heapBytes) {

    /** A quantile of sorted values, 0 where there are none. */
    public static double quantile(double[] values, double q) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int at = (int) Math.ceil(q * sorted.length) - 1;
      return sorted.length == 0 ? 0 : sorted[Math.clamp(at, 0, sorted.length - 1)];
    }
  }

  private final Tab tab;
  private final String wanted;
  private final int x;
  private final int y;

  /**
   * @param wanted a selector of what is there, with a letter or a figure in it, once the content is
   *     shown; looked for in shadow roots too
   * @param x where the map is dragged, in pixels
   * @param y where the map is dragged, in pixels
   */
  public Visit(Tab tab, String wanted, int x, int y) {
    this.tab = tab;
    this.wanted = wanted;
    this.x = x;
    this.y = y;
  }

  /** Opens the address and stays for a time. */
  public Seen stay(String address, Duration time) throws IOException, InterruptedException {
    tab.beforeEveryPage(probe(wanted));
    tab.open(address);
    double interactive = awaitInteractive();
    Thread.sleep(2_000);
    long code = tab.codeBytes();
    long data = tab.dataBytes();
    double from = tab.evaluate("performance.now()").asDouble();
    List<Long> heap = work(time);
    double until = tab.evaluate("performance.now()").asDouble();
    JsonNode tasks = tab.evaluate("benchProbe.tasks");
    double[] worst = new double[(int) Math.ceil((until - from) / 1000)];
    int count = 0;
    for (JsonNode task : tasks) {
      double start = task.path(0).asDouble();
      if (start >= from && start < until) {
        int second = (int) ((start - from) / 1000);
        worst[second] = Math.max(worst[second], task.path(1).asDouble());
        count++;
      }
    }
    return new Seen(code, data, interactive, worst, count, frames(), heap);
  }

  private double awaitInteractive() throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS; i++) {
      Thread.sleep(1_000);
      if (tab.evaluate("window.benchProbe?.shown ?? 0").asDouble() > 0) {
        Thread.sleep(2_000);
        return tab.evaluate(
                """
                benchProbe.tasks.reduce((free, [start, duration]) =>
                  (start < free + 300 && start + duration > free ? start + duration : free), benchProbe.shown)
                """)
            .asDouble();
      }
    }
    String shown =
        tab.evaluate("`${location} ${document.title} ${benchProbe.words().slice(0, 300)}`")
            .asString();
    throw new IOException("no " + wanted + " after " + PATIENCE_SECONDS + " s but " + shown);
  }

  /** Pans and zooms for three seconds of every six; the rest of the time the page is left alone. */
  private List<Long> work(Duration time) throws IOException, InterruptedException {
    List<Long> heap = new ArrayList<>();
    long end = System.nanoTime() + time.toNanos();
    long nextHeap = System.nanoTime();
    for (int round = 0; System.nanoTime() < end; round++) {
      if (System.nanoTime() >= nextHeap) {
        heap.add(tab.heapAfterCollection());
        nextHeap = System.nanoTime() + HEAP_EVERY.toNanos();
      }
      tab.evaluate("benchProbe.recording = true");
      drag(round % 2 == 0 ? 1 : -1);
      wheel(round % 2 == 0 ? -120 : 120);
      tab.evaluate("benchProbe.recording = false");
      Thread.sleep(3_000);
    }
    heap.add(tab.heapAfterCollection());
    return heap;
  }

  private void drag(int direction) throws IOException, InterruptedException {
    tab.mouse("mousePressed", x, y, 0);
    for (int step = 1; step <= 60; step++) {
      tab.mouse("mouseMoved", x + direction * step * 3, y + direction * step, 0);
      Thread.sleep(16);
    }
    tab.mouse("mouseReleased", x + direction * 180, y + direction * 60, 0);
    Thread.sleep(300);
  }

  private void wheel(int by) throws IOException, InterruptedException {
    for (int turn = 0; turn < 4; turn++) {
      tab.mouse("mouseWheel", x, y, by);
      Thread.sleep(400);
    }
  }

  private double[] frames() throws IOException {
    JsonNode frames = tab.evaluate("benchProbe.frames");
    double[] millis = new double[frames.size()];
    for (int i = 0; i < millis.length; i++) {
      millis[i] = frames.path(i).asDouble();
    }
    return millis;
  }

  /**
   * What a page runs before anything of its own to be measured, as {@code benchProbe}.
   *
   * @param wanted a selector of what is there once the content is shown
   */
  public static String probe(String wanted) throws IOException {
    try (InputStream in = Visit.class.getResourceAsStream("/browser/probe.js")) {
      if (in == null) {
        throw new IOException("no probe.js");
      }
      String code = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return "window.benchWanted = '" + wanted + "';\n" + code;
    }
  }
}
