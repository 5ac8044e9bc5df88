package org.gridward.insight.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gridward.gis.heat.HeatSurface;
import tools.jackson.databind.json.JsonMapper;

/**
 * A surface as bytes: the length of a JSON text (32 bits, low byte first), the text, then a byte a
 * pixel from the north-west row by row. A byte b stands for {@code most · (b / 255)²} incidents per
 * km²; in a difference, as a signed byte, for {@code ± most · (b / 127)²}. So what is shown is at
 * most 0.8 % of the highest off, and less where there is little.
 */
final class HeatImage {

  private static final int PLAIN = 255;
  private static final int SIGNED = 127;

  private HeatImage() {}

  /**
   * What stands before the pixels.
   *
   * @param most the highest density, or the largest difference either way
   */
  record Head(
      int width,
      int height,
      double[] bbox,
      double bandwidthMetres,
      boolean difference,
      float most,
      long inside) {}

  static byte[] of(HeatSurface surface, double bandwidth, boolean difference, JsonMapper json) {
    float most = most(surface.perKm2());
    var grid = surface.grid();
    double[] box = {grid.west(), grid.south(), grid.east(), grid.north()};
    Head head =
        new Head(grid.width(), grid.height(), box, bandwidth, difference, most, surface.inside());
    byte[] text = json.writeValueAsBytes(head);
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES + text.length + surface.perKm2().length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(text.length)
            .put(text);
    int steps = difference ? SIGNED : PLAIN;
    for (float density : surface.perKm2()) {
      bytes.put((byte) quantised(density, most, steps));
    }
    return bytes.array();
  }

  private static float most(float[] values) {
    float most = 0;
    for (float value : values) {
      most = Math.max(most, Math.abs(value));
    }
    return most;
  }

  private static long quantised(float density, float most, int steps) {
    if (most == 0) {
      return 0;
    }
    long size = Math.round(steps * Math.sqrt(Math.abs(density) / most));
    return density < 0 ? -size : size;
  }
}
