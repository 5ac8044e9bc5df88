package org.gridward.gis.exports;

import java.io.IOException;

/** Writes areas one by one. The file is whole when it has been finished. For one thread. */
public interface AreaWriter extends AutoCloseable {
  /** Adds one area. */
  void write(ExportedArea area) throws IOException;

  /** Ends the file; the stream below stays open. */
  void finish() throws IOException;

  /** Lets go of what is held beside the stream; what was not finished is not a whole file. */
  @Override
  void close() throws IOException;
}
