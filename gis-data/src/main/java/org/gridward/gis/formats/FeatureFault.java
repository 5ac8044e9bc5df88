package org.gridward.gis.formats;

/**
 * A feature that could not be read; the ones after it are still read.
 *
 * @param number place in the file, from 1
 * @param code stable, for programs: {@code invalid-ring}, {@code geometry-unreadable}, {@code
 *     attributes-unreadable}, {@code not-a-feature}, {@code deleted}
 * @param message for people: what was found and where
 */
public record FeatureFault(long number, String code, String message) implements FeatureReading {}
