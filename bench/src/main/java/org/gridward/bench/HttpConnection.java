package org.gridward.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive HTTP/1.1 connection, blocking, with as little work of its own as possible, because
 * the load shares the machine with what it measures. Understands Content-Length and chunked
 * answers. Not thread-safe.
 */
final class HttpConnection implements Closeable {

  /** An answer: status and body. */
  record Answer(int status, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String host;
  private final String authorization;

  HttpConnection(int port, String apiKey) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    out = socket.getOutputStream();
    host = "127.0.0.1:" + port;
    authorization = apiKey.isEmpty() ? "" : "Authorization: Bearer " + apiKey + "\r\n";
  }

  Answer get(String path) throws IOException {
    return send("GET", path, "", new byte[0]);
  }

  Answer post(String path, String headers, String json) throws IOException {
    return send("POST", path, headers, json.getBytes(StandardCharsets.UTF_8));
  }

  Answer put(String path, String json) throws IOException {
    return send("PUT", path, "", json.getBytes(StandardCharsets.UTF_8));
  }

  private Answer send(String method, String path, String headers, byte[] body) throws IOException {
    byte[] head =
        (method
                + " "
                + path
                + " HTTP/1.1\r\nHost: "
                + host
                + "\r\n"
                + authorization
                + headers
                + "Content-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    out.write(request);
    return read();
  }

  private Answer read() throws IOException {
    String statusLine = line();
    int status = Integer.parseInt(statusLine, 9, 12, 10);
    int length = -1;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
        chunked = true;
      }
    }
    if (chunked) {
      return new Answer(status, chunks());
    }
    return new Answer(status, length > 0 ? in.readNBytes(length) : new byte[0]);
  }

  private byte[] chunks() throws IOException {
    var body = new java.io.ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line().strip(), 16);
      body.write(in.readNBytes(size));
      line();
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  private String line() throws IOException {
    StringBuilder text = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
