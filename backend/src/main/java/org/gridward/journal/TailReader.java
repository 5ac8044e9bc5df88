package org.gridward.journal;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reader with its own place and its own thread. */
class TailReader implements TailSubscription {

  private static final Logger LOG = LoggerFactory.getLogger(TailReader.class);

  private final JournalTail tail;
  private final Consumer<List<JournalEntry>> reader;
  private final Consumer<TailReader> whenClosed;
  private final Thread thread;
  private volatile Cursor position;

  TailReader(
      JournalTail tail,
      Cursor from,
      Consumer<List<JournalEntry>> reader,
      Consumer<TailReader> whenClosed) {
    this.tail = tail;
    this.position = from;
    this.reader = reader;
    this.whenClosed = whenClosed;
    this.thread = Thread.ofVirtual().name("journal-reader").unstarted(this::read);
  }

  void start() {
    thread.start();
  }

  @Override
  public Cursor position() {
    return position;
  }

  @Override
  public void close() {
    whenClosed.accept(this);
    thread.interrupt();
  }

  private void read() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        give();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void give() throws InterruptedException {
    try {
      List<JournalEntry> batch = tail.take(position);
      if (!batch.isEmpty()) {
        reader.accept(batch);
        position = batch.getLast().cursor();
      }
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      LOG.warn("A reader of the journal failed at {}, trying again", position, e);
      TimeUnit.SECONDS.sleep(1);
    }
  }
}
