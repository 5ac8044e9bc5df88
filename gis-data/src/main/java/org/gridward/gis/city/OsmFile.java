package org.gridward.gis.city;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBBox;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Way;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.file.FileBlock;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Writes nodes and ways as an OpenStreetMap PBF file, ids from 1, sorted by type and id. */
final class OsmFile implements AutoCloseable {

  private static final int PER_BLOCK = 8_000;

  private final BlockOutputStream out;
  private final Map<Coordinate, Long> joined = new HashMap<>();
  private long lastNode;

  private record Node(long id, Coordinate point, Map<String, String> tags) {}

  private OsmFile(Path file) throws IOException {
    out = new BlockOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    out.setCompress("deflate");
  }

  /**
   * Writes the features over what was there.
   *
   * @param box what they cover, in degrees
   */
  static void write(List<OsmFeature> features, Envelope box, Path file) throws IOException {
    try (OsmFile osm = new OsmFile(file)) {
      osm.header(box);
      long[][] ids = osm.nodes(features);
      osm.ways(features, ids);
    }
  }

  private void header(Envelope box) throws IOException {
    HeaderBlock header =
        HeaderBlock.newBuilder()
            .setBbox(
                HeaderBBox.newBuilder()
                    .setLeft(billionths(box.getMinX()))
                    .setRight(billionths(box.getMaxX()))
                    .setBottom(billionths(box.getMinY()))
                    .setTop(billionths(box.getMaxY())))
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes")
            .setWritingprogram("gridward")
            .setSource("MADE UP 虚构")
            .build();
    out.write(FileBlock.newInstance("OSMHeader", header.toByteString(), null));
  }

  private static long billionths(double degrees) {
    return Math.round(degrees * 1e9);
  }

  private long[][] nodes(List<OsmFeature> features) throws IOException {
    long[][] ids = new long[features.size()][];
    List<Node> block = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      OsmFeature feature = features.get(i);
      Coordinate[] points = feature.points();
      ids[i] = new long[points.length];
      boolean closed = points.length > 1 && points[0].equals2D(points[points.length - 1]);
      for (int k = 0; k < points.length; k++) {
        Long known = feature.joined() ? joined.get(points[k]) : null;
        if (known != null) {
          ids[i][k] = known;
        } else if (closed && k == points.length - 1) {
          ids[i][k] = ids[i][0];
        } else {
          ids[i][k] = ++lastNode;
          if (feature.joined()) {
            joined.put(points[k], lastNode);
          }
          block.add(new Node(lastNode, points[k], feature.isNode() ? feature.tags() : Map.of()));
        }
      }
      if (block.size() >= PER_BLOCK) {
        writeNodes(block);
      }
    }
    writeNodes(block);
    return ids;
  }

  private void writeNodes(List<Node> nodes) throws IOException {
    if (nodes.isEmpty()) {
      return;
    }
    OsmStrings strings = new OsmStrings();
    DenseNodes.Builder dense = DenseNodes.newBuilder();
    long id = 0;
    long lon = 0;
    long lat = 0;
    for (Node node : nodes) {
      long x = Math.round(node.point.x * 1e7);
      long y = Math.round(node.point.y * 1e7);
      dense.addId(node.id - id).addLon(x - lon).addLat(y - lat);
      id = node.id;
      lon = x;
      lat = y;
      node.tags.forEach(
          (key, value) -> dense.addKeysVals(strings.id(key)).addKeysVals(strings.id(value)));
      dense.addKeysVals(0);
    }
    write(PrimitiveGroup.newBuilder().setDense(dense).build(), strings);
    nodes.clear();
  }

  private void ways(List<OsmFeature> features, long[][] ids) throws IOException {
    long id = 0;
    OsmStrings strings = new OsmStrings();
    PrimitiveGroup.Builder group = PrimitiveGroup.newBuilder();
    for (int i = 0; i < ids.length; i++) {
      if (features.get(i).isNode()) {
        continue;
      }
      Way.Builder way = Way.newBuilder().setId(++id);
      for (Map.Entry<String, String> tag : features.get(i).tags().entrySet()) {
        way.addKeys(strings.id(tag.getKey())).addVals(strings.id(tag.getValue()));
      }
      long before = 0;
      for (long node : ids[i]) {
        way.addRefs(node - before);
        before = node;
      }
      group.addWays(way);
      if (group.getWaysCount() == PER_BLOCK) {
        write(group.build(), strings);
        group = PrimitiveGroup.newBuilder();
        strings = new OsmStrings();
      }
    }
    write(group.build(), strings);
  }

  /** Coordinates stand in units of a hundred nanodegrees, the format's default. */
  private void write(PrimitiveGroup group, OsmStrings strings) throws IOException {
    PrimitiveBlock block =
        PrimitiveBlock.newBuilder()
            .setStringtable(strings.table())
            .addPrimitivegroup(group)
            .build();
    out.write(FileBlock.newInstance("OSMData", block.toByteString(), ByteString.EMPTY));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
