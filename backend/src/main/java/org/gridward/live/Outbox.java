package org.gridward.live;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one client, bounded in bytes. Thread-safe; it also guards the mutable
 * parts of the subscriptions it is told of.
 */
final class Outbox {

  private final int limitBytes;
  private final long gapNanos;
  private final Queue<String> control = new ArrayDeque<>();
  private final Set<Subscription> ready = new LinkedHashSet<>();
  private long waitingBytes;
  private long lastFlush;
  private boolean closed;

  Outbox(int limitBytes, long gapNanos) {
    this.limitBytes = limitBytes;
    this.gapNanos = gapNanos;
    this.lastFlush = System.nanoTime() - gapNanos;
  }

  /** What is to be written next: frames as they are, or what a subscription has ready. */
  record Work(
      List<String> frames,
      @Nullable Subscription subscription,
      Subscription.@Nullable Backlog backlog,
      List<EncodedEntry> entries,
      List<byte[]> bodies) {}

  /** A frame that goes before everything else. */
  synchronized void control(String frame) {
    control.add(frame);
    notifyAll();
  }

  /** False when the client has too much waiting already. */
  synchronized boolean offer(Subscription to, EncodedEntry entry) {
    if (to.has(entry)) {
      return true;
    }
    to.add(entry);
    return ready(to, entry.json().length);
  }

  synchronized boolean offerBody(Subscription to, byte[] body) {
    to.addBody(body);
    return ready(to, body.length);
  }

  /** Sets what must be sent to the subscription before anything else. */
  synchronized void backlog(Subscription to, Subscription.@Nullable Backlog backlog) {
    to.setBacklog(backlog);
    ready.add(to);
    notifyAll();
  }

  private boolean ready(Subscription to, int bytes) {
    waitingBytes += bytes;
    if (ready.add(to)) {
      notifyAll();
    }
    return waitingBytes <= limitBytes;
  }

  /** Waits for something to write; null once closed. */
  synchronized @Nullable Work take() throws InterruptedException {
    while (true) {
      if (!control.isEmpty()) {
        List<String> frames = List.copyOf(control);
        control.clear();
        return new Work(frames, null, null, List.of(), List.of());
      }
      if (closed) {
        return null;
      }
      long early = gapNanos - (System.nanoTime() - lastFlush);
      if (ready.isEmpty()) {
        wait();
      } else if (early > 0 && waitingBytes < limitBytes / 2) {
        TimeUnit.NANOSECONDS.timedWait(this, early);
      } else {
        return takeReady();
      }
    }
  }

  private Work takeReady() {
    Subscription next = ready.iterator().next();
    ready.remove(next);
    if (ready.isEmpty()) {
      lastFlush = System.nanoTime();
    }
    Subscription.Backlog backlog = next.backlog();
    if (backlog != null) {
      return new Work(List.of(), next, backlog, List.of(), List.of());
    }
    List<EncodedEntry> entries = next.takePending();
    List<byte[]> bodies = next.takeBodies();
    entries.forEach(entry -> waitingBytes -= entry.json().length);
    bodies.forEach(body -> waitingBytes -= body.length);
    return new Work(List.of(), next, null, entries, bodies);
  }

  /** Forgets what waits for a subscription that has ended. */
  synchronized void drop(Subscription ended) {
    ended.setBacklog(null);
    ended.takePending().forEach(entry -> waitingBytes -= entry.json().length);
    ended.takeBodies().forEach(body -> waitingBytes -= body.length);
    ready.remove(ended);
  }

  /** Control frames that wait already are still taken; nothing else is. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
