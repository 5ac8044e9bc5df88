package org.gridward.bench.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of Chromium over the <a
 * href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a>: commands go out
 * in turn from one thread; the bytes that came over the wire and the navigations are counted.
 */
public final class Tab {

  private static final int PATIENCE_SECONDS = 120;

  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Map<String, String> mimeTypes = new ConcurrentHashMap<>();
  private final AtomicLong codeBytes = new AtomicLong();
  private final AtomicLong dataBytes = new AtomicLong();
  private final AtomicInteger navigations = new AtomicInteger();

  Tab(HttpClient http, URI address) throws IOException, InterruptedException {
    try {
      socket =
          http.newWebSocketBuilder()
              .buildAsync(address, new Listener())
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("no connection to Chromium", e);
    }
    for (String domain : new String[] {"Page", "Network", "Runtime", "HeapProfiler"}) {
      send(domain + ".enable", Map.of());
    }
  }

  /** The size of the screen in CSS pixels. */
  void screen(int width, int height) throws IOException {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /**
   * Sends a command and waits for its result.
   *
   * @throws IOException when Chromium refuses it or is gone
   */
  public JsonNode send(String method, Map<String, ?> parameters) throws IOException {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String message =
        JsonMapper.shared()
            .writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    try {
      socket.sendText(message, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      JsonNode said = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (said.has("error")) {
        throw new IOException(method + ": " + said.path("error"));
      }
      return said.path("result");
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(method + " had no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      waiting.remove(id);
    }
  }

  /** The value of an expression of the page; a promise is awaited. */
  public JsonNode evaluate(String expression) throws IOException {
    JsonNode result =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IOException("the page said " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** Every page from now on runs this before anything of its own. */
  public void beforeEveryPage(String script) throws IOException {
    send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** Goes to an address with an empty cache, counting bytes anew. */
  public void open(String address) throws IOException {
    send("Network.clearBrowserCache", Map.of());
    codeBytes.set(0);
    dataBytes.set(0);
    send("Page.navigate", Map.of("url", address));
  }

  /**
   * Signs a person in, so that the pages opened from now on are theirs.
   *
   * @param origin of the server, such as {@code http://127.0.0.1:8400}
   * @throws IOException when the server does not take the password
   */
  public void signIn(String origin, String login, String password) throws IOException {
    open(origin + "/signin");
    int status =
        evaluate(
                """
                (async () => {
                  await fetch('/api/session');
                  const [, token] = /XSRF-TOKEN=([^;]+)/.exec(document.cookie);
                  const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token };
                  const body = JSON.stringify({ login: '%s', password: '%s' });
                  return (await fetch('/api/session', { method: 'POST', headers, body })).status;
                })()
                """
                    .formatted(login, password))
            .asInt();
    if (status != 200) {
      throw new IOException("signing in answered " + status);
    }
  }

  /** Bytes of pages, code, styles and pictures over the wire, as they came, since the opening. */
  public long codeBytes() {
    return codeBytes.get();
  }

  /** Bytes of data (JSON, tiles) over the wire, as they came, since the opening. */
  public long dataBytes() {
    return dataBytes.get();
  }

  /** How often the page was loaded, the first time included. */
  public int navigations() {
    return navigations.get();
  }

  /** What JavaScript holds after a forced collection, in bytes. */
  public long heapAfterCollection() throws IOException {
    send("HeapProfiler.collectGarbage", Map.of());
    return send("Runtime.getHeapUsage", Map.of()).path("usedSize").asLong();
  }

  /** A movement of the mouse, as {@code Input.dispatchMouseEvent} names it. */
  public void mouse(String type, int x, int y, int wheel) throws IOException {
    send(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            type,
            "x",
            x,
            "y",
            y,
            "button",
            type.equals("mouseWheel") ? "none" : "left",
            "buttons",
            type.equals("mouseReleased") || type.equals("mouseWheel") ? 0 : 1,
            "clickCount",
            type.equals("mouseMoved") || type.equals("mouseWheel") ? 0 : 1,
            "deltaX",
            0,
            "deltaY",
            wheel));
  }

  private void heard(JsonNode message) {
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = waiting.get(message.path("id").asInt());
      if (answer != null) {
        answer.complete(message);
      }
      return;
    }
    JsonNode parameters = message.path("params");
    switch (message.path("method").asString("")) {
      case "Network.responseReceived" ->
          mimeTypes.put(
              parameters.path("requestId").asString(),
              parameters.path("response").path("mimeType").asString(""));
      case "Network.loadingFinished" -> {
        String type = mimeTypes.getOrDefault(parameters.path("requestId").asString(), "");
        boolean data = type.contains("json") || type.contains("octet") || type.contains("protobuf");
        (data ? dataBytes : codeBytes).addAndGet(parameters.path("encodedDataLength").asLong());
      }
      case "Page.frameNavigated" -> navigations.incrementAndGet();
      default -> {}
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        heard(JsonMapper.shared().readTree(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
