package org.gridward.gis.osm;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/** A block of elements with the texts of their tags. For one thread. */
final class OsmBlock {

  private static final long[] NONE = {};

  private final List<String> strings = new ArrayList<>();
  private final List<byte[]> groups = new ArrayList<>();
  private long granularity = 100;
  private long lonOffset;
  private long latOffset;

  /** The elements of one block; only what is asked for is read. */
  OsmBlock(byte[] bytes) throws IOException {
    PbfMessage block = new PbfMessage(bytes);
    while (block.next()) {
      switch (block.field()) {
        case 1 -> readStrings(block.bytes());
        case 2 -> groups.add(block.bytes());
        case 17 -> granularity = block.number();
        case 19 -> latOffset = block.number();
        case 20 -> lonOffset = block.number();
        default -> {}
      }
    }
  }

  private void readStrings(byte[] bytes) throws IOException {
    PbfMessage table = new PbfMessage(bytes);
    while (table.next()) {
      if (table.field() == 1) {
        strings.add(new String(table.bytes(), StandardCharsets.UTF_8));
      }
    }
  }

  /** A node; tags are empty for most. */
  record Node(long id, Coordinate place, Map<String, String> tags) {}

  /** A way; {@code nodes} by their ids. */
  record Way(long id, Map<String, String> tags, long[] nodes) {}

  /** A member of a relation. */
  record Member(long id, boolean way, String role) {}

  /** A relation with its members in order. */
  record Relation(long id, Map<String, String> tags, List<Member> members) {}

  void forEachNode(Consumer<Node> reader) throws IOException {
    for (byte[] group : groups) {
      PbfMessage fields = new PbfMessage(group);
      while (fields.next()) {
        if (fields.field() == 1) {
          reader.accept(node(fields.bytes()));
        } else if (fields.field() == 2) {
          dense(fields.bytes(), reader);
        }
      }
    }
  }

  void forEachWay(Consumer<Way> reader) throws IOException {
    for (byte[] group : groups) {
      PbfMessage fields = new PbfMessage(group);
      while (fields.next()) {
        if (fields.field() == 3) {
          reader.accept(way(fields.bytes()));
        }
      }
    }
  }

  void forEachRelation(Consumer<Relation> reader) throws IOException {
    for (byte[] group : groups) {
      PbfMessage fields = new PbfMessage(group);
      while (fields.next()) {
        if (fields.field() == 4) {
          reader.accept(relation(fields.bytes()));
        }
      }
    }
  }

  private Node node(byte[] bytes) throws IOException {
    Element element = new Element(bytes, true);
    return new Node(element.id, place(element.lon, element.lat), element.tags());
  }

  private void dense(byte[] bytes, Consumer<Node> reader) throws IOException {
    long[] ids = NONE;
    long[] lats = NONE;
    long[] lons = NONE;
    long[] tags = NONE;
    PbfMessage fields = new PbfMessage(bytes);
    while (fields.next()) {
      switch (fields.field()) {
        case 1 -> ids = fields.numbers(ids, true);
        case 8 -> lats = fields.numbers(lats, true);
        case 9 -> lons = fields.numbers(lons, true);
        case 10 -> tags = fields.numbers(tags, false);
        default -> {}
      }
    }
    long id = 0;
    long lon = 0;
    long lat = 0;
    int at = 0;
    for (int i = 0; i < ids.length; i++) {
      id += ids[i];
      lon += lons[i];
      lat += lats[i];
      Map<String, String> own = Map.of();
      if (tags.length > 0) {
        for (; tags[at] != 0; at += 2) {
          own = own.isEmpty() ? new HashMap<>() : own;
          own.put(text(tags[at]), text(tags[at + 1]));
        }
        at++;
      }
      reader.accept(new Node(id, place(lon, lat), own));
    }
  }

  private Way way(byte[] bytes) throws IOException {
    Element element = new Element(bytes, false);
    return new Way(element.id, element.tags(), sums(element.refs));
  }

  private Relation relation(byte[] bytes) throws IOException {
    Element element = new Element(bytes, false);
    long[] ids = sums(element.members);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      // types: 0 node, 1 way, 2 relation; field 8 holds the roles of a relation
      members.add(new Member(ids[i], element.types[i] == 1, text(element.roles[i])));
    }
    return new Relation(element.id, element.tags(), members);
  }

  /** The fields that nodes, ways and relations have; a number means something else in each. */
  private final class Element {
    private long id;
    private long[] keys = NONE;
    private long[] values = NONE;
    private long[] refs = NONE;
    private long[] roles = NONE;
    private long[] members = NONE;
    private long[] types = NONE;
    private long lon;
    private long lat;

    Element(byte[] bytes, boolean node) throws IOException {
      PbfMessage fields = new PbfMessage(bytes);
      while (fields.next()) {
        switch (fields.field()) {
          case 1 -> id = node ? fields.signed() : fields.number();
          case 2 -> keys = fields.numbers(keys, false);
          case 3 -> values = fields.numbers(values, false);
          case 8 -> eighth(fields, node);
          case 9 -> ninth(fields, node);
          case 10 -> types = fields.numbers(types, false);
          default -> {}
        }
      }
    }

    private void eighth(PbfMessage fields, boolean node) throws IOException {
      if (node) {
        lat = fields.signed();
        return;
      }
      roles = fields.numbers(roles, false);
      refs = new long[roles.length];
      for (int i = 0; i < refs.length; i++) {
        refs[i] = CodedInputStream.decodeZigZag64(roles[i]);
      }
    }

    private void ninth(PbfMessage fields, boolean node) throws IOException {
      if (node) {
        lon = fields.signed();
      } else {
        members = fields.numbers(members, true);
      }
    }

    Map<String, String> tags() throws InvalidProtocolBufferException {
      if (keys.length != values.length) {
        throw new InvalidProtocolBufferException("an element has keys without values");
      }
      Map<String, String> tags = new HashMap<>();
      for (int i = 0; i < keys.length; i++) {
        tags.put(text(keys[i]), text(values[i]));
      }
      return tags;
    }
  }

  /** Ids are written as steps from one to the next. */
  private static long[] sums(long[] steps) {
    long[] ids = new long[steps.length];
    long id = 0;
    for (int i = 0; i < ids.length; i++) {
      id += steps[i];
      ids[i] = id;
    }
    return ids;
  }

  private String text(long number) {
    return strings.get(Math.toIntExact(number));
  }

  /** The file counts in its granularity, by default hundreds of nanodegrees. */
  private Coordinate place(long lon, long lat) {
    return new Coordinate(
        (lonOffset + granularity * lon) / 1e9, (latOffset + granularity * lat) / 1e9);
  }
}
