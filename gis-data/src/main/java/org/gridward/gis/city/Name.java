package org.gridward.gis.city;

/** A name in English and Chinese; neither is empty. */
public record Name(String en, String zh) {}
