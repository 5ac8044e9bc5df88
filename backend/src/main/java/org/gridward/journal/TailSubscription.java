package org.gridward.journal;

/** A reader's place in the {@link JournalTail}; closing it ends the reading. */
public interface TailSubscription extends AutoCloseable {

  /** The place up to which the reader has been given everything. */
  Cursor position();

  /** No batch begins after this; one that is being read may still end. */
  @Override
  void close();
}
