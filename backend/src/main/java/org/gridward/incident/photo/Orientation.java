package org.gridward.incident.photo;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the orientation tag of EXIF (JEITA CP-3451, tag 0x0112), 1 to 8, where 1
 * is upright. Reads nothing else of the metadata.
 */
final class Orientation {

  private static final int UPRIGHT = 1;
  private static final int TAG = 0x0112;
  private static final int APP1 = 0xffe1;
  private static final int START_OF_SCAN = 0xffda;
  private static final long EXIF = 0x457869660000L; // "Exif", 0, 0

  private Orientation() {}

  /** The orientation of a JPEG; 1 where it says none or nonsense. */
  static int of(byte[] jpeg) {
    try {
      return find(ByteBuffer.wrap(jpeg));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return UPRIGHT;
    }
  }

  private static int find(ByteBuffer jpeg) {
    jpeg.position(2);
    while (true) {
      int marker = jpeg.getShort() & 0xffff;
      int length = (jpeg.getShort() & 0xffff) - 2;
      if (marker == START_OF_SCAN || marker < 0xffc0) {
        return UPRIGHT;
      }
      int next = jpeg.position() + length;
      if (marker == APP1 && length > 6 && jpeg.getLong(jpeg.position()) >>> 16 == EXIF) {
        return fromTiff(jpeg.slice(jpeg.position() + 6, length - 6));
      }
      jpeg.position(next);
    }
  }

  private static int fromTiff(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * 12;
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        int value = tiff.getShort(entry + 8) & 0xffff;
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** True when width and height change places. */
  static boolean lies(int orientation) {
    return orientation >= 5;
  }

  /** Turns an image of {@code width} × {@code height} pixels upright. */
  static AffineTransform upright(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
