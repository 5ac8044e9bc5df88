package org.gridward.gis.formats;

import java.util.Iterator;
import java.util.OptionalLong;
import org.gridward.gis.crs.Crs;

/**
 * Features of a file, one by one in the file's order, in constant memory. {@link #next()} never
 * throws for a single bad feature (that is a {@link FeatureFault}), and throws {@link
 * UnreadableFile} where the file cannot be read any further. For one thread.
 */
public interface FeatureSource extends Iterator<FeatureReading>, AutoCloseable {
  /** The system of all geometries of this file. */
  Crs crs();

  /** How many features the file says it has, for progress; empty where it does not say. */
  OptionalLong count();

  @Override
  void close();
}
