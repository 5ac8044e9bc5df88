package org.gridward.bench.s6;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One STOMP client over a bare socket. It only looks for the stamp in each event ({@link Stamp}),
 * because the load shares the machine with what it measures.
 */
public final class Subscriber implements AutoCloseable {

  private static final int HANDSHAKE_BYTES = 4_096;

  private final SocketChannel channel;
  private int digits = -1;
  private long value;

  private Subscriber(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Connects, subscribes, and waits until both are answered.
   *
   * @param headers more header lines of the handshake, each ended by CR LF
   * @param frames the STOMP frames that connect and subscribe
   * @param answer what the server's last answer to them contains
   */
  public static Subscriber open(int port, String headers, Iterable<String> frames, String answer)
      throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Subscriber subscriber = new Subscriber(channel);
    subscriber.write(
        ("GET /ws HTTP/1.1\r\nHost: 127.0.0.1:"
                + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Protocol: v12.stomp\r\nOrigin: http://127.0.0.1:"
                + port
                + "\r\n"
                + headers
                + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    subscriber.await("\r\n\r\n", " 101 ");
    for (String frame : frames) {
      subscriber.write(masked(frame));
    }
    subscriber.await(answer, answer);
    return subscriber;
  }

  private void await(String end, String mustHold) throws IOException {
    StringBuilder text = new StringBuilder();
    ByteBuffer buffer = ByteBuffer.allocate(HANDSHAKE_BYTES);
    while (text.indexOf(end) < 0) {
      buffer.clear();
      if (channel.read(buffer) < 0 || text.indexOf("ERROR\n") >= 0) {
        throw new IOException("the server refused: " + text);
      }
      text.append(new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
    }
    if (text.indexOf(mustHold) < 0) {
      throw new IOException("the server refused: " + text);
    }
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** A text frame of a client, masked with zeros (which leave it as it is). */
  private static byte[] masked(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(body.length + 8);
    frame.put((byte) 0x81);
    frame.put((byte) (0x80 | 126)).putShort((short) body.length);
    return java.util.Arrays.copyOf(frame.putInt(0).put(body).array(), frame.position());
  }

  SocketChannel channel() {
    return channel;
  }

  /**
   * Reads what is there; false when the server has closed.
   *
   * @param buffer for the moment of the call
   */
  boolean read(ByteBuffer buffer, Arrivals arrivals) throws IOException {
    buffer.clear();
    int length = channel.read(buffer);
    if (length < 0) {
      return false;
    }
    byte[] bytes = buffer.array();
    long now = System.nanoTime();
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (digits >= 0) {
        value = value * 10 + (b - '0');
        digits++;
        if (digits == Stamp.DIGITS) {
          arrivals.arrived(value, now);
          digits = -1;
        }
      } else if (b == Stamp.MARK) {
        digits = 0;
        value = 0;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
