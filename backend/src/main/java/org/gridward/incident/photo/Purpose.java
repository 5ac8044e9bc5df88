package org.gridward.incident.photo;

/** What a photo shows: what was reported, or what was done about it. */
public enum Purpose {
  REPORT,
  FEEDBACK
}
