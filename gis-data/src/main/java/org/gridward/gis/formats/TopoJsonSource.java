package org.gridward.gis.formats;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.gridward.gis.crs.Crs;
import org.jspecify.annotations.Nullable;

/**
 * Features of one object of a TopoJSON file: the members of a GeometryCollection, else the object
 * itself. The topology is held in memory.
 */
final class TopoJsonSource implements FeatureSource {
  private final TopoArcs arcs;
  private final Crs crs;
  private final List<?> objects;
  private int next;

  private TopoJsonSource(TopoArcs arcs, Crs crs, List<?> objects) {
    this.arcs = arcs;
    this.crs = crs;
    this.objects = objects;
  }

  static TopoJsonSource open(Path file, ReadOptions options) {
    TopoJsonFile topology = TopoJsonFile.read(file);
    String name = file.getFileName().toString();
    String layer = Layers.choose(name, topology.objects().keySet(), options.layer());
    Crs crs = FileCrs.of(name, options.crs() != null ? options.crs() : topology.crs());
    return new TopoJsonSource(topology.arcs(), crs, members(topology.objects().get(layer)));
  }

  private static List<?> members(@Nullable Object object) {
    if (object instanceof Map<?, ?> map
        && "GeometryCollection".equals(map.get("type"))
        && map.get("geometries") instanceof List<?> list) {
      return list;
    }
    return List.of(object == null ? "null" : object);
  }

  @Override
  public Crs crs() {
    return crs;
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(objects.size());
  }

  @Override
  public boolean hasNext() {
    return next < objects.size();
  }

  @Override
  public FeatureReading next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Object object = objects.get(next++);
    if (!(object instanceof Map<?, ?> members)) {
      return fault("not-a-feature", "is not a JSON object");
    }
    Rings rings = new Rings();
    try {
      return new Feature(
          next, attributes(members), new TopoGeometry(arcs, rings).of(members), rings.repairs());
    } catch (UnreadableGeometry e) {
      return fault(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, @Nullable Object> attributes(Map<?, ?> members) {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    if (members.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((name, value) -> attributes.put(String.valueOf(name), value));
    }
    if (members.get("id") != null) {
      attributes.putIfAbsent("id", members.get("id"));
    }
    return attributes;
  }

  private FeatureFault fault(String code, String message) {
    return new FeatureFault(next, code, "feature %d: %s".formatted(next, message));
  }

  @Override
  public void close() {}
}
