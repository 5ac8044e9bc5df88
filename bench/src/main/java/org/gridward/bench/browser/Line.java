package org.gridward.bench.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line between a browser and a server on this machine that can be cut: what is open ends at once,
 * and nothing new comes through until it is mended.
 */
public final class Line implements AutoCloseable {

  private final ServerSocket entrance;
  private final int exit;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /**
   * @param entrance the free loopback port that the browser speaks to
   * @param exit the server's loopback port
   */
  public Line(int entrance, int exit) throws IOException {
    this.entrance = new ServerSocket(entrance, 50, InetAddress.getLoopbackAddress());
    this.exit = exit;
    Thread.ofVirtual().start(this::accept);
  }

  /** Where the browser enters. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** Ends every connection; new ones end at once. */
  public void cut() {
    cut = true;
    open.forEach(Line::end);
  }

  /** Lets connections through again. */
  public void mend() {
    cut = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket near = entrance.accept();
        Thread.ofVirtual().start(() -> join(near));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void join(Socket near) {
    Socket far = new Socket();
    open.add(near);
    open.add(far);
    try {
      if (!cut) {
        far.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), exit));
        Thread back = Thread.ofVirtual().start(() -> carry(far, near));
        carry(near, far);
        back.join();
      }
    } catch (IOException e) {
      end(near); // the server is away
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(near);
      end(far);
      open.remove(near);
      open.remove(far);
    }
  }

  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      end(from); // one end is gone: so is the other
    } finally {
      end(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }
}
