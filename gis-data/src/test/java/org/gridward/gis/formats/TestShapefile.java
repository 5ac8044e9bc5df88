package org.gridward.gis.formats;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small Shapefiles, right or deliberately wrong. */
final class TestShapefile {
  static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final List<byte[]> shapes = new ArrayList<>();
  private final List<Object[]> rows = new ArrayList<>();
  private String codeColumn = "CODE";

  TestShapefile codeColumn(String name) {
    codeColumn = name;
    return this;
  }

  TestShapefile polygon(String code, Number size, double[][]... rings) {
    return shape(polygonBytes(rings), code, size);
  }

  TestShapefile shape(byte[] content, String code, Number size) {
    shapes.add(content);
    rows.add(new Object[] {code, size});
    return this;
  }

  TestShapefile with(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  byte[] zip(Charset encoding) {
    files.putIfAbsent("data/cells.prj", WGS84.getBytes(StandardCharsets.UTF_8));
    files.put("data/cells.shp", shp());
    files.put("data/cells.dbf", dbf(encoding));
    return zip(files);
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private byte[] shp() {
    int bytes = 100 + shapes.stream().mapToInt(shape -> shape.length + 8).sum();
    ByteBuffer out = ByteBuffer.allocate(bytes);
    out.putInt(0, 9994).putInt(24, bytes / 2);
    out.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5).order(ByteOrder.BIG_ENDIAN);
    out.position(100);
    for (int i = 0; i < shapes.size(); i++) {
      out.putInt(i + 1).putInt(shapes.get(i).length / 2).put(shapes.get(i));
    }
    return out.array();
  }

  private byte[] dbf(Charset encoding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DBFWriter writer = new DBFWriter(out, encoding)) {
      writer.setFields(
          new DBFField[] {
            new DBFField(codeColumn, DBFDataType.CHARACTER, 20),
            new DBFField("SIZE", DBFDataType.NUMERIC, 12, 2)
          });
      rows.forEach(writer::addRecord);
    }
    return out.toByteArray();
  }

  static byte[] polygonBytes(double[][]... rings) {
    int points = 0;
    for (double[][] ring : rings) {
      points += ring.length;
    }
    ByteBuffer out =
        ByteBuffer.allocate(44 + 4 * rings.length + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(5).position(36).putInt(rings.length).putInt(points);
    int start = 0;
    for (double[][] ring : rings) {
      out.putInt(start);
      start += ring.length;
    }
    for (double[][] ring : rings) {
      for (double[] point : ring) {
        out.putDouble(point[0]).putDouble(point[1]);
      }
    }
    return out.array();
  }
}
