package org.gridward.gis.formats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridward.gis.crs.Crs;
import org.jspecify.annotations.Nullable;

/**
 * Placemarks of a KML or KMZ file, streamed. Attributes are name, description, address, and what
 * stands in ExtendedData (Data, SimpleData). The file is walked twice, as GeoJSON is.
 */
final class KmlSource implements FeatureSource {
  private final KmlFile file;
  private final KmlPlacemarks placemarks;
  private final Crs crs;
  private final long count;
  private long number;

  private KmlSource(KmlFile file, KmlPlacemarks placemarks, Crs crs, long count) {
    this.file = file;
    this.placemarks = placemarks;
    this.crs = crs;
    this.count = count;
  }

  static KmlSource open(KmlFile file, ReadOptions options) {
    try {
      Crs crs = FileCrs.of(file.name(), options.crs());
      long count = count(file);
      return new KmlSource(file, KmlPlacemarks.open(file), crs, count);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static long count(KmlFile file) {
    try (KmlPlacemarks placemarks = KmlPlacemarks.open(file)) {
      long count = 0;
      while (placemarks.next() != null) {
        count++;
      }
      return count;
    }
  }

  @Override
  public Crs crs() {
    return crs;
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(count);
  }

  @Override
  public boolean hasNext() {
    return number < count;
  }

  @Override
  public FeatureReading next() {
    KmlElement placemark = hasNext() ? placemarks.next() : null;
    if (placemark == null) {
      throw new NoSuchElementException();
    }
    number++;
    Rings rings = new Rings();
    try {
      return new Feature(
          number, attributes(placemark), new KmlGeometry(rings).of(placemark), rings.repairs());
    } catch (UnreadableGeometry e) {
      return new FeatureFault(number, e.code(), "feature %d: %s".formatted(number, e.getMessage()));
    }
  }

  private static Map<String, @Nullable Object> attributes(KmlElement placemark) {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    placemark
        .children("ExtendedData")
        .forEach(
            data -> {
              data.children("Data")
                  .forEach(one -> put(attributes, one, one.child("value").map(KmlElement::words)));
              data.children("SchemaData")
                  .flatMap(schema -> schema.children("SimpleData"))
                  .forEach(one -> put(attributes, one, Optional.of(one.words())));
            });
    for (String own : new String[] {"name", "description", "address"}) {
      placemark.child(own).ifPresent(child -> attributes.putIfAbsent(own, child.words()));
    }
    if (placemark.label() != null) {
      attributes.putIfAbsent("id", placemark.label());
    }
    return attributes;
  }

  private static void put(
      Map<String, @Nullable Object> attributes, KmlElement one, Optional<String> value) {
    if (one.label() != null) {
      attributes.put(one.label(), value.orElse(null));
    }
  }

  @Override
  public void close() {
    placemarks.close();
    file.close();
  }
}
