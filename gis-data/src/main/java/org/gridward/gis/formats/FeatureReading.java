package org.gridward.gis.formats;

/** What reading the next feature of a file gave: the feature, or why it could not be read. */
public sealed interface FeatureReading permits Feature, FeatureFault {
  /** Place in the file, from 1; features that could not be read count as well. */
  long number();
}
