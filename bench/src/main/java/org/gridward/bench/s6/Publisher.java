package org.gridward.bench.s6;

/** Something that sends events to everybody who has subscribed. */
public interface Publisher extends AutoCloseable {

  /** Sends {@code count} events, one after another, each with the stamp of its own moment. */
  void publish(int count) throws Exception;

  @Override
  void close() throws Exception;
}
