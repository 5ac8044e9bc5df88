package org.gridward.bench.s6;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;

/** Subscribers read by one thread, so that they cost the machine as little as can be. */
public final class Audience implements AutoCloseable {

  private static final int BUFFER = 256 * 1024;

  private final List<Subscriber> subscribers;
  private final Selector selector = Selector.open();
  private final Thread reader = new Thread(this::read, "audience");
  private volatile Arrivals arrivals = new Arrivals();
  private volatile boolean ended;
  private volatile int lost;

  public Audience(List<Subscriber> subscribers) throws IOException {
    this.subscribers = subscribers;
    for (Subscriber subscriber : subscribers) {
      subscriber.channel().configureBlocking(false);
      subscriber.channel().register(selector, SelectionKey.OP_READ, subscriber);
    }
    reader.setDaemon(true);
    reader.start();
  }

  public int size() {
    return subscribers.size();
  }

  /** Subscribers that the server has cut. */
  public int lost() {
    return lost;
  }

  /** Counts anew from here on. */
  public Arrivals countAnew() {
    Arrivals fresh = new Arrivals();
    arrivals = fresh;
    return fresh;
  }

  private void read() {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try {
      while (!ended) {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          Subscriber subscriber = (Subscriber) key.attachment();
          if (!subscriber.read(buffer, arrivals)) {
            key.cancel();
            lost++;
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (ClosedChannelException | ClosedSelectorException e) {
      // Closed under the reader's hands: the audience has gone home.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    ended = true;
    selector.wakeup();
    for (Subscriber subscriber : subscribers) {
      subscriber.close();
    }
    selector.close();
  }
}
