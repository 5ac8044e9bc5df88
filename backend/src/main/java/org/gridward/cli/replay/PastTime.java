package org.gridward.cli.replay;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Reads times as such files have them: ISO 8601 with a space or a T, with or without an offset, and
 * {@code 08/01/2026 12:00:14 AM}. Where there is no offset, the zone's is taken; a time that the
 * zone skips or has twice in a night of change is read as {@link LocalDateTime#atZone} does.
 */
record PastTime(ZoneId zone) {

  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.ENGLISH);

  Instant parse(String text) {
    String plain = text.strip();
    if (plain.contains("/")) {
      return LocalDateTime.parse(plain.toUpperCase(Locale.ROOT), AMERICAN).atZone(zone).toInstant();
    }
    String iso = plain.replace(' ', 'T');
    if (iso.matches(".*(Z|[+-]\\d{2}:?\\d{2})$") && iso.length() > 11) {
      return OffsetDateTime.parse(iso).toInstant();
    }
    return LocalDateTime.parse(iso).atZone(zone).toInstant();
  }

  /** The same for a time given on the command line, with a message that helps. */
  Instant parseOption(String text) {
    try {
      return parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no time like 2026-08-01T00:00:00", e);
    }
  }
}
