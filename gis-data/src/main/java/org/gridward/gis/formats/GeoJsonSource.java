package org.gridward.gis.formats;

import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.gridward.gis.crs.Crs;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Features of a GeoJSON file (RFC 7946, and the "crs" member of 2008), streamed. */
final class GeoJsonSource implements FeatureSource {
  private final Path file;
  private final JsonParser in;
  private final Crs crs;
  private final GeoJsonOutline outline;
  private long number;

  private GeoJsonSource(Path file, JsonParser in, Crs crs, GeoJsonOutline outline) {
    this.file = file;
    this.in = in;
    this.crs = crs;
    this.outline = outline;
  }

  static GeoJsonSource open(Path file, ReadOptions options) {
    GeoJsonOutline outline = GeoJsonOutline.of(file);
    String name = file.getFileName().toString();
    Crs crs = FileCrs.of(name, options.crs() != null ? options.crs() : outline.crs().orElse(null));
    JsonParser in = JsonTokens.open(file);
    try {
      in.nextToken();
      if (outline.collection()) {
        enterFeatures(in);
      }
      return new GeoJsonSource(file, in, crs, outline);
    } catch (JacksonException e) {
      in.close();
      throw JsonTokens.damaged(file, e);
    }
  }

  /** To the first array "features"; the outline saw that there is one. */
  private static void enterFeatures(JsonParser in) {
    while (in.nextToken() != JsonToken.END_OBJECT) {
      boolean features = "features".equals(in.currentName());
      if (in.nextToken() == JsonToken.START_ARRAY && features) {
        return;
      }
      in.skipChildren();
    }
  }

  @Override
  public Crs crs() {
    return crs;
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(outline.features());
  }

  @Override
  public boolean hasNext() {
    return number < outline.features();
  }

  @Override
  public FeatureReading next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    number++;
    try {
      if (outline.collection()) {
        in.nextToken();
      }
      return new GeoJsonFeature(in, number).read();
    } catch (JacksonException e) {
      throw JsonTokens.damaged(file, e);
    }
  }

  @Override
  public void close() {
    in.close();
  }
}
