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
  private final Frames frames = new Frames();
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
    subscriber.awaitUpgrade();
    for (String frame : frames) {
      subscriber.write(masked(frame));
    }
    subscriber.await(answer);
    return subscriber;
  }

  /** The server sends nothing more before it is spoken to. */
  private void awaitUpgrade() throws IOException {
    StringBuilder text = new StringBuilder();
    ByteBuffer buffer = ByteBuffer.allocate(HANDSHAKE_BYTES);
    while (text.indexOf("\r\n\r\n") < 0) {
      fill(buffer, text);
      append(text, buffer, buffer.remaining());
    }
    if (text.indexOf(" 101 ") < 0) {
      throw new IOException("the server refused: " + text);
    }
  }

  private void await(String answer) throws IOException {
    StringBuilder text = new StringBuilder();
    ByteBuffer buffer = ByteBuffer.allocate(HANDSHAKE_BYTES);
    while (text.indexOf(answer) < 0) {
      fill(buffer, text);
      for (int here = frames.payload(buffer); here > 0; here = frames.payload(buffer)) {
        append(text, buffer, here);
      }
    }
  }

  private void fill(ByteBuffer buffer, StringBuilder soFar) throws IOException {
    buffer.clear();
    if (soFar.indexOf("ERROR\n") >= 0 || channel.read(buffer) < 0) {
      throw new IOException("the server refused: " + soFar);
    }
    buffer.flip();
  }

  private static void append(StringBuilder text, ByteBuffer buffer, int length) {
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    text.append(new String(bytes, StandardCharsets.ISO_8859_1));
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
    if (channel.read(buffer) < 0) {
      return false;
    }
    long now = System.nanoTime();
    buffer.flip();
    for (int here = frames.payload(buffer); here > 0; here = frames.payload(buffer)) {
      scan(buffer.array(), buffer.position(), here, arrivals, now);
      buffer.position(buffer.position() + here);
    }
    return true;
  }

  private void scan(byte[] bytes, int from, int length, Arrivals arrivals, long now) {
    for (int i = from; i < from + length; i++) {
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
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
