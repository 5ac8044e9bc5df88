package org.gridward.gis.formats;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks through WKB for counts of parts that its bytes cannot hold: JTS makes room for what a
 * collection claims before it reads on, and collections within collections claim it again and
 * again.
 */
final class WkbClaims {
  private static final int LEAST_PART_BYTES = 5;
  private static final int LEAST_RING_BYTES = 4;
  private static final int Z = 0x8000_0000;
  private static final int M = 0x4000_0000;
  private static final int SRID = 0x2000_0000;

  private final ByteBuffer in;
  private long expected = 1;

  private WkbClaims(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  /** Whatever else is wrong is left to who reads it. */
  static void check(byte[] bytes) throws UnreadableGeometry {
    WkbClaims claims = new WkbClaims(bytes);
    try {
      while (claims.expected > 0 && claims.part()) {
        claims.expected--;
      }
    } catch (BufferUnderflowException e) {
      // it ends too early
    }
  }

  /** Goes over one geometry, or the head of a collection; false for what is none. */
  private boolean part() throws UnreadableGeometry {
    in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = in.getInt();
    if ((type & SRID) != 0) {
      in.getInt();
    }
    int iso = (type & 0xffff) / 1000;
    boolean z = (type & Z) != 0 || iso == 1 || iso == 3;
    boolean m = (type & M) != 0 || iso == 2 || iso == 3;
    int pointBytes = Double.BYTES * (2 + (z ? 1 : 0) + (m ? 1 : 0));
    switch ((type & 0xffff) % 1000) {
      case 1 -> skip(pointBytes);
      case 2 -> skip((long) pointBytes * in.getInt());
      case 3 -> rings(pointBytes);
      case 4, 5, 6, 7 -> {
        expected += in.getInt();
        require((expected - 1) * LEAST_PART_BYTES);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void rings(int pointBytes) throws UnreadableGeometry {
    int rings = in.getInt();
    require((long) rings * LEAST_RING_BYTES);
    for (int i = 0; i < rings; i++) {
      skip((long) pointBytes * in.getInt());
    }
  }

  private void require(long bytes) throws UnreadableGeometry {
    if (bytes > in.remaining()) {
      throw UnreadableGeometry.of("it claims more parts than it holds");
    }
  }

  private void skip(long bytes) {
    if (bytes < 0 || bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    in.position(in.position() + (int) bytes);
  }
}
