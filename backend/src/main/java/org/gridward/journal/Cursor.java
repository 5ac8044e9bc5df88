package org.gridward.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the journal's order, and the token any reader resumes with. Its text form is {@code
 * epoch-xid-id}.
 *
 * @param epoch grows when the database is restored into another cluster; 0 or more
 * @param xid the 64-bit id of the transaction that wrote the entry; 0 or more
 * @param id the entry's number within everything ever written; 0 or more
 */
public record Cursor(int epoch, long xid, long id) implements Comparable<Cursor> {

  /** Before every entry. */
  public static final Cursor START = new Cursor(0, 0, 0);

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})-(\\d{1,18})-(\\d{1,18})");
  private static final Comparator<Cursor> ORDER =
      Comparator.comparingInt(Cursor::epoch)
          .thenComparingLong(Cursor::xid)
          .thenComparingLong(Cursor::id);

  /**
   * Reads the text form.
   *
   * @throws BadCursor when it is not one
   */
  @JsonCreator
  public static Cursor parse(@Nullable String text) {
    Matcher matcher = SHAPE.matcher(text == null ? "" : text);
    if (!matcher.matches()) {
      throw new BadCursor(text);
    }
    return new Cursor(
        Integer.parseInt(matcher.group(1)),
        Long.parseLong(matcher.group(2)),
        Long.parseLong(matcher.group(3)));
  }

  @Override
  public int compareTo(Cursor other) {
    return ORDER.compare(this, other);
  }

  /** True when this place comes after {@code other} in the journal. */
  public boolean isAfter(Cursor other) {
    return compareTo(other) > 0;
  }

  @Override
  @JsonValue
  public String toString() {
    return epoch + "-" + xid + "-" + id;
  }
}
