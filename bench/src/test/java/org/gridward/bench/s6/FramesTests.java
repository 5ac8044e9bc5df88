package org.gridward.bench.s6;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramesTests {

  private static final int[] LENGTHS = {0, 1, 125, 126, 127, 300, 8_192, 65_535, 65_536, 70_000};

  private final Random random = new Random(3);

  @Test
  void payloadIsWhatStandsBetweenTheHeadersWhereverTheStreamIsCut() {
    for (int round = 0; round < 50; round++) {
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      ByteArrayOutputStream wanted = new ByteArrayOutputStream();
      for (int frame = 0; frame < 12; frame++) {
        byte[] payload = new byte[LENGTHS[random.nextInt(LENGTHS.length)]];
        random.nextBytes(payload);
        stream.write(frame % 3 == 0 ? 0x81 : 0x00);
        length(stream, payload.length);
        stream.writeBytes(payload);
        wanted.writeBytes(payload);
      }
      assertThat(read(stream.toByteArray())).isEqualTo(wanted.toByteArray());
    }
  }

  private static void length(ByteArrayOutputStream stream, int length) {
    if (length < 126) {
      stream.write(length);
    } else if (length < 65_536) {
      stream.write(126);
      stream.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
    } else {
      stream.write(127);
      stream.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
    }
  }

  private byte[] read(byte[] stream) {
    Frames frames = new Frames();
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    int at = 0;
    while (at < stream.length) {
      int piece =
          Math.min(stream.length - at, 1 + random.nextInt(random.nextBoolean() ? 3 : 9_000));
      ByteBuffer buffer = ByteBuffer.wrap(stream, at, piece);
      for (int here = frames.payload(buffer); here > 0; here = frames.payload(buffer)) {
        payload.write(stream, buffer.position(), here);
        buffer.position(buffer.position() + here);
      }
      at += piece;
    }
    return payload.toByteArray();
  }
}
