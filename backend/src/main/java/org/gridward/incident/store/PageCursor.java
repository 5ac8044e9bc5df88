package org.gridward.incident.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.shared.Problem;

/** Where a page of incidents ended: the sort time and the id of its last item. */
record PageCursor(Instant at, UUID id) {

  /** What was sent as a cursor is not one. */
  static final class BadCursor extends Problem.Rejected {
    BadCursor(String text) {
      super(
          "bad-cursor",
          "after (%s) is no cursor; send the 'next' of the page before, or leave it out"
              .formatted(text),
          Map.of("field", "after", "value", text));
    }
  }

  private static final Pattern SHAPE =
      Pattern.compile("(-?\\d{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  static PageCursor parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new BadCursor(text);
    }
    return new PageCursor(
        Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS),
        UUID.fromString(matcher.group(2)));
  }

  OffsetDateTime time() {
    return at.atOffset(ZoneOffset.UTC);
  }

  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
  }
}
