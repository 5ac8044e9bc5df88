package org.gridward.bench.s6;

import java.nio.ByteBuffer;

/**
 * Tells what is payload in the bytes a WebSocket server sends (RFC 6455, section 5.2), wherever
 * they are cut. A long message comes in several frames, whose headers stand between its bytes.
 */
final class Frames {

  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;

  private boolean lengthNext;
  private int lengthBytes;
  private long length;
  private long payloadLeft;

  /**
   * Moves the buffer past headers.
   *
   * @param buffer from its position on not yet looked at; the caller moves it past the payload
   * @return how many bytes of payload stand at its position, 0 when it is used up
   */
  int payload(ByteBuffer buffer) {
    while (payloadLeft == 0 && buffer.hasRemaining()) {
      header(buffer.get());
    }
    int here = (int) Math.min(payloadLeft, buffer.remaining());
    payloadLeft -= here;
    return here;
  }

  private void header(byte b) {
    if (lengthBytes > 0) {
      length = length << 8 | (b & 0xff);
      lengthBytes--;
    } else if (lengthNext) {
      lengthNext = false;
      length = b & 0x7f; // a server does not mask
      lengthBytes = length == TWO_BYTES ? 2 : length == EIGHT_BYTES ? 8 : 0;
      length = lengthBytes > 0 ? 0 : length;
    } else {
      lengthNext = true; // the first byte, kind and flags, matters to nobody here
      return;
    }
    payloadLeft = lengthBytes > 0 ? 0 : length;
  }
}
