package org.gridward.bench.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * One headless Chromium with a new profile (nothing cached, nobody signed in) and one tab. Not
 * thread-safe.
 */
public final class Chromium implements AutoCloseable {

  private static final String PROGRAM =
      System.getProperty("gridward.chromium", "/usr/bin/chromium");
  private static final int PATIENCE_SECONDS = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Tab tab;

  /**
   * @param profile a folder that does not exist yet
   * @param width of the screen in CSS pixels
   * @param height of the screen in CSS pixels
   * @throws IOException when Chromium is missing or does not start
   */
  public Chromium(Path profile, int width, int height) throws IOException, InterruptedException {
    Files.createDirectories(profile);
    process =
        new ProcessBuilder(
                PROGRAM,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--window-size=" + width + "," + height,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("chromium.log").toFile())
            .start();
    try {
      tab = new Tab(http, pageAddress(awaitPort(profile)));
      tab.screen(width, height);
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The only tab. */
  public Tab tab() {
    return tab;
  }

  private int awaitPort(Path profile) throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException(
            PROGRAM + " did not start: " + Files.readString(profile.resolve("chromium.log")));
      }
      Thread.sleep(50);
    }
    return Integer.parseInt(Files.readAllLines(file).getFirst().strip());
  }

  private URI pageAddress(int port) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
    for (int attempt = 0; attempt < 100; attempt++) {
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      for (var target : JsonMapper.shared().readTree(answer)) {
        if (target.path("type").asString("").equals("page")) {
          return URI.create(target.path("webSocketDebuggerUrl").asString());
        }
      }
      Thread.sleep(100);
    }
    throw new IOException("Chromium has no page");
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    http.shutdownNow();
  }
}
