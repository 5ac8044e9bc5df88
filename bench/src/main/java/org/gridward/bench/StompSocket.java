package org.gridward.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One STOMP session over WebSocket that hands every MESSAGE body to a consumer. */
final class StompSocket implements WebSocket.Listener {

  private final Consumer<String> messages;
  private final StringBuilder partial = new StringBuilder();
  private final CountDownLatch connected = new CountDownLatch(1);
  private final CountDownLatch subscribed = new CountDownLatch(1);
  private volatile String error = "";

  private StompSocket(Consumer<String> messages) {
    this.messages = messages;
  }

  /** Connects, subscribes and waits for the receipt of the subscription. */
  static WebSocket open(
      HttpClient client, int port, String key, String destination, Consumer<String> messages)
      throws IOException, InterruptedException {
    StompSocket listener = new StompSocket(messages);
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Bearer " + key)
            .header("Origin", "http://127.0.0.1:" + port)
            .subprotocols("v12.stomp")
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), listener)
            .join();
    socket
        .sendText("CONNECT\naccept-version:1.2\nhost:127.0.0.1\nheart-beat:0,0\n\n\0", true)
        .join();
    listener.await(listener.connected, "CONNECT");
    socket
        .sendText("SUBSCRIBE\nid:0\nreceipt:r0\ndestination:" + destination + "\n\n\0", true)
        .join();
    listener.await(listener.subscribed, "SUBSCRIBE " + destination);
    return socket;
  }

  private void await(CountDownLatch latch, String what) throws IOException, InterruptedException {
    if (!latch.await(20, TimeUnit.SECONDS) || !error.isEmpty()) {
      throw new IOException(what + " was not answered: " + error);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      for (String frame : partial.toString().split("\0")) {
        accept(frame.stripLeading());
      }
      partial.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private void accept(String frame) {
    if (frame.startsWith("MESSAGE")) {
      messages.accept(frame.substring(frame.indexOf("\n\n") + 2));
    } else if (frame.startsWith("CONNECTED")) {
      connected.countDown();
    } else if (frame.startsWith("RECEIPT")) {
      subscribed.countDown();
    } else if (frame.startsWith("ERROR")) {
      error = frame;
      connected.countDown();
      subscribed.countDown();
    }
  }
}
