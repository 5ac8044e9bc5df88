package org.gridward.gis.formats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Ends with an exception where more is unpacked than the packed size can honestly hold. */
final class BoundedInput extends FilterInputStream {
  /** Small files may unpack to this whatever their size. */
  private static final long ALWAYS_BYTES = 64L << 20;

  /** Deflate reaches 1,032; coordinates and table rows stay far below this. */
  private static final long MOST_TIMES = 200;

  private long left;

  private BoundedInput(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  /**
   * Wraps what unpacks a file, or an entry of a zip.
   *
   * @param packedBytes its size as it is packed
   */
  static InputStream of(InputStream unpacked, long packedBytes) {
    return new BoundedInput(unpacked, ALWAYS_BYTES + MOST_TIMES * Math.max(0, packedBytes));
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) throws ZipException {
    left -= bytes;
    if (left < 0) {
      throw new ZipException("it unpacks to far more than its size allows");
    }
  }
}
