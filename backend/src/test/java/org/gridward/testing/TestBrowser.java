package org.gridward.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium that visits one server. All of a run's tests share one process of it, each
 * with sessions of its own that end with {@link #close()}; the process ends with the run. Not
 * thread-safe.
 */
public final class TestBrowser implements AutoCloseable {

  private static final Path CHROMIUM =
      Path.of(System.getProperty("gridward.chromium", "/usr/bin/chromium"));

  /** A busy machine is no fault of a screen. */
  private static final double PATIENCE_MILLIS = 60_000;

  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private static @Nullable Browser shared;

  private final List<Visitor> visitors = new ArrayList<>();
  private final Browser browser = shared();
  private final String base;

  public TestBrowser(int port) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    this.base = "http://127.0.0.1:" + port;
  }

  /** The run's browser, started when it is first needed or was lost. */
  private static Browser shared() {
    Browser running = shared;
    if (running == null || !running.isConnected()) {
      running = launch();
      shared = running;
    }
    return running;
  }

  private static Browser launch() {
    return Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }

  /** Somebody at a screen of their own. */
  public Visitor visitor(String language, int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(width, height)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                .setPermissions(List.of("geolocation")));
    context.addInitScript(
        "localStorage.getItem('gridward.language') ?? localStorage.setItem('gridward.language', '"
            + language
            + "')");
    context.setDefaultTimeout(PATIENCE_MILLIS);
    Visitor visitor = new Visitor(context, context.newPage(), base);
    visitors.add(visitor);
    return visitor;
  }

  /** Ends every session; the next test finds none of their cookies, pages or storage. */
  @Override
  public void close() {
    visitors.forEach(Visitor::close);
    visitors.clear();
  }

  /** One browser session and everything that went wrong in it. */
  public static final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

    private Visitor(BrowserContext context, Page page, String base) {
      this.context = context;
      this.page = page;
      this.base = base;
      page.onPageError(error -> faults.add("error: " + error));
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              faults.add("console: " + message.text() + " at " + message.location());
            }
          });
      page.onRequest(
          request -> {
            if (request.url().startsWith("http") && !request.url().startsWith(base)) {
              faults.add("request to another host: " + request.url());
            }
          });
    }

    public Page page() {
      return page;
    }

    /** Console errors, uncaught exceptions and requests to another host, as text. */
    public List<String> faults() {
      return List.copyOf(faults);
    }

    public Locator find(String selector) {
      return page.locator(selector);
    }

    public void standAt(double lon, double lat) {
      context.setGeolocation(new Geolocation(lat, lon));
    }

    /** Signs in on the page, as a person does; returns when the page at {@code path} has loaded. */
    public Visitor signIn(String login, String path) {
      return signIn(login, TestPeople.PASSWORD, path);
    }

    /** Signs in somebody who is not of {@link TestPeople}. */
    public Visitor signIn(String login, String password, String path) {
      page.navigate("/signin?next=" + path);
      page.locator("#login").fill(login);
      page.locator("#password").fill(password);
      page.locator("form button.primary").click();
      page.waitForURL(url -> url.startsWith(base + path));
      return this;
    }

    /** Clicks the place on the page's map. */
    public void clickMap(double lon, double lat) {
      Locator map = page.locator("gw-map").first();
      double[] pixel = pixel(map, lon, lat);
      map.click(new Locator.ClickOptions().setPosition(pixel[0], pixel[1]));
    }

    /** Takes what is at one place of the map to another. */
    public void dragMap(double lon, double lat, double toLon, double toLat) {
      Locator map = page.locator("gw-map").first();
      BoundingBox box = map.boundingBox();
      double[] from = pixel(map, lon, lat);
      double[] to = pixel(map, toLon, toLat);
      page.mouse().move(box.x + from[0], box.y + from[1]);
      page.mouse().down();
      page.mouse().move(box.x + (from[0] + to[0]) / 2, box.y + (from[1] + to[1]) / 2);
      page.mouse().move(box.x + to[0], box.y + to[1]);
      page.mouse().up();
    }

    private static double[] pixel(Locator map, double lon, double lat) {
      Map<?, ?> pixel =
          (Map<?, ?>)
              map.evaluate(
                  "(map, [lon, lat]) => { const {x, y} = map.pixelOf(lon, lat); return {x, y}; }",
                  List.of(lon, lat));
      return new double[] {
        ((Number) pixel.get("x")).doubleValue(), ((Number) pixel.get("y")).doubleValue()
      };
    }

    /** Kept in {@code target/screenshots}. */
    public void screenshot(String name) {
      page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
