package org.gridward.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.gridward.shared.AreaPath;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class RecentEntriesTests {

  @Test
  void holdsNothingBeforeItsFloor() {
    RecentEntries recent = new RecentEntries(4, cursor(10));
    assertThat(recent.after(cursor(10), 5)).isEmpty();
    assertThat(recent.after(cursor(9), 5)).isNull();
    assertThat(recent.newest()).isEqualTo(cursor(10));
  }

  @Test
  void givesExactlyWhatComesAfterAPlaceWhileItIsKept() {
    RecentEntries recent = new RecentEntries(8, cursor(0));
    List<JournalEntry> all = new ArrayList<>();
    for (long n = 1; n <= 50; n++) {
      recent.add(List.of(entry(n)));
      all.add(entry(n));
      for (long from = 0; from <= n + 1; from++) {
        List<JournalEntry> expected = all.subList((int) Math.min(from, n), (int) n);
        boolean kept = from >= n - 8;
        assertThat(recent.after(cursor(from), 100)).isEqualTo(kept ? expected : null);
      }
      assertThat(recent.newest()).isEqualTo(cursor(n));
    }
  }

  @Test
  void keepsTheNewestOfABatchThatIsTooLarge() {
    RecentEntries recent = new RecentEntries(3, cursor(0));
    recent.add(LongStream.rangeClosed(1, 10).mapToObj(RecentEntriesTests::entry).toList());
    assertThat(recent.after(cursor(7), 2)).containsExactly(entry(8), entry(9));
    assertThat(recent.after(cursor(6), 2)).isNull();
  }

  private static Cursor cursor(long n) {
    return new Cursor(1, n / 3, n);
  }

  private static JournalEntry entry(long n) {
    return new JournalEntry(
        cursor(n),
        Instant.EPOCH,
        "test",
        AreaPath.ROOT,
        new Subject("test", "" + n),
        null,
        null,
        "system",
        JsonNodeFactory.instance.objectNode());
  }
}
