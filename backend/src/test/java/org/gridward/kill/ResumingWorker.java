package org.gridward.kill;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A worker's phone: keeps a socket on its own assignments, and after every break comes back with
 * the cursor of the last entry it has seen. Remembers every offer it was told of, in order, doubles
 * included.
 */
final class ResumingWorker implements Runnable {

  /** The journal's beginning: a phone that has seen nothing yet. */
  private static final String START = "0-0-0";

  private final HttpClient client;
  private final int port;
  private final String key;
  private final BooleanSupplier going;
  private final List<String> offers = Collections.synchronizedList(new ArrayList<>());
  private volatile String cursor = START;

  ResumingWorker(HttpClient client, int port, String key, BooleanSupplier going) {
    this.client = client;
    this.port = port;
    this.key = key;
    this.going = going;
  }

  List<String> offers() {
    return List.copyOf(offers);
  }

  @Override
  public void run() {
    while (going.getAsBoolean()) {
      Phone phone = new Phone();
      try {
        WebSocket socket = connect(phone);
        while (going.getAsBoolean() && phone.closed.getCount() > 0 && !socket.isInputClosed()) {
          LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        socket.abort();
      } catch (CompletionException e) {
        // The server is down at this moment; the phone tries again.
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
  }

  private WebSocket connect(Phone phone) {
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + key)
            .header("Origin", "http://127.0.0.1:" + port)
            .subprotocols("v12.stomp")
            .connectTimeout(Duration.ofSeconds(5))
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), phone)
            .join();
    socket
        .sendText("CONNECT\naccept-version:1.2\nhost:127.0.0.1\nheart-beat:0,0\n\n\0", true)
        .join();
    return socket;
  }

  private void remember(String body) {
    JsonNode frame = JsonMapper.shared().readTree(body);
    for (JsonNode entry : frame.path("entries")) {
      if (entry.path("kind").asString("").equals("assignment.offered")) {
        offers.add(entry.path("subject").path("id").asString(""));
      }
      cursor = entry.path("cursor").asString(cursor);
    }
  }

  /** One connection. */
  private final class Phone implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        for (String frame : partial.toString().split("\0")) {
          accept(socket, frame.stripLeading());
        }
        partial.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private void accept(WebSocket socket, String frame) {
      if (frame.startsWith("CONNECTED")) {
        socket.sendText(
            "SUBSCRIBE\nid:0\ndestination:/user/queue/assignments\ncursor:" + cursor + "\n\n\0",
            true);
      } else if (frame.startsWith("MESSAGE")) {
        remember(frame.substring(frame.indexOf("\n\n") + 2));
      } else if (frame.startsWith("ERROR")) {
        closed.countDown();
      }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.countDown();
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.countDown();
    }
  }
}
