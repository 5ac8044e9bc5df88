package org.gridward.incident.photo;

/** A photo as it is kept: JPEG without metadata, upright, with a small copy. Sizes in pixels. */
record Photo(int width, int height, byte[] jpeg, byte[] thumbnail) {}
