package org.gridward.gis.streets;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.gridward.gis.formats.UnreadableFile;

/**
 * A street network in one file: a head with the counts and the attribution, every edge with its
 * course, and a checksum over all of it. Numbers are big-endian.
 *
 * @param attribution what a map or list that is made with it must say
 */
public record StreetFile(StreetGraph graph, String attribution) {

  private static final long MARK = 0x4757_5354_5245_4554L; // GWSTREET
  private static final int VERSION = 1;
  private static final int EDGE_BYTES = 18;
  private static final int POINT_BYTES = 8;

  /** Writes it whole to a new file. */
  public void write(Path file) throws IOException {
    var sum = new CheckedOutputStream(Files.newOutputStream(file), new CRC32());
    try (var out = new DataOutputStream(new BufferedOutputStream(sum, 1 << 16))) {
      out.writeLong(MARK);
      out.writeInt(VERSION);
      out.writeUTF(attribution);
      out.writeInt(graph.nodes);
      out.writeInt(graph.edges);
      out.writeInt(graph.shapeLon.length);
      for (int edge = 0; edge < graph.edges; edge++) {
        write(edge, out);
      }
      out.flush();
      out.writeLong(sum.getChecksum().getValue());
    }
  }

  private void write(int edge, DataOutputStream out) throws IOException {
    int first = graph.shapeStart[edge];
    int end = graph.shapeStart[edge + 1];
    out.writeInt(graph.from[edge]);
    out.writeInt(graph.to[edge]);
    for (int i = 0; i < 3; i++) {
      out.writeShort(graph.speeds[3 * edge + i]);
    }
    out.writeInt(end - first);
    for (int i = first; i < end; i++) {
      out.writeInt(graph.shapeLon[i]);
      out.writeInt(graph.shapeLat[i]);
    }
  }

  /**
   * Reads such a file.
   *
   * @throws UnreadableFile {@code format-unknown}, {@code file-damaged}, {@code file-incomplete}
   * @throws IOException where the disk says no
   */
  public static StreetFile read(Path file) throws IOException {
    long size = Files.size(file);
    var sum =
        new CheckedInputStream(
            new BufferedInputStream(Files.newInputStream(file), 1 << 16), new CRC32());
    try (var in = new DataInputStream(sum)) {
      if (in.readLong() != MARK || in.readInt() != VERSION) {
        throw new UnreadableFile("format-unknown", file + " is no street network of this version");
      }
      String attribution = in.readUTF();
      StreetGraph graph = graph(in, size, file);
      long reckoned = sum.getChecksum().getValue();
      if (in.readLong() != reckoned || in.read() != -1) {
        throw damaged(file, "its checksum does not fit");
      }
      return new StreetFile(graph, attribution);
    } catch (EOFException | java.io.UTFDataFormatException e) {
      throw new UnreadableFile("file-incomplete", file + " ends too early", e);
    }
  }

  private static StreetGraph graph(DataInputStream in, long size, Path file) throws IOException {
    int nodes = in.readInt();
    int edges = in.readInt();
    int points = in.readInt();
    if (nodes < 0
        || edges < 0
        || points < 2L * edges
        || nodes > 2L * edges
        || (long) edges * EDGE_BYTES + (long) points * POINT_BYTES > size) {
      throw damaged(file, "its counts do not fit its size");
    }
    int[] from = new int[edges];
    int[] to = new int[edges];
    short[] speeds = new short[3 * edges];
    int[] start = new int[edges + 1];
    int[] lon = new int[points];
    int[] lat = new int[points];
    for (int edge = 0; edge < edges; edge++) {
      from[edge] = within(in.readInt(), 0, nodes - 1, file);
      to[edge] = within(in.readInt(), 0, nodes - 1, file);
      for (int i = 0; i < 3; i++) {
        speeds[3 * edge + i] = (short) within(in.readShort(), 0, 3_000, file);
      }
      start[edge + 1] = start[edge] + within(in.readInt(), 2, points - start[edge], file);
      for (int i = start[edge]; i < start[edge + 1]; i++) {
        lon[i] = within(in.readInt(), -1_800_000_000, 1_800_000_000, file);
        lat[i] = within(in.readInt(), -900_000_000, 900_000_000, file);
      }
    }
    if (start[edges] != points) {
      throw damaged(file, "its counts do not fit its streets");
    }
    return new StreetGraph(nodes, from, to, speeds, start, lon, lat);
  }

  private static int within(int value, int least, int most, Path file) {
    if (value < least || value > most) {
      throw damaged(file, "it says %d where %d to %d can be".formatted(value, least, most));
    }
    return value;
  }

  private static UnreadableFile damaged(Path file, String why) {
    return new UnreadableFile("file-damaged", "%s is damaged: %s".formatted(file, why));
  }
}
