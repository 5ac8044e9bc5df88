package org.gridward.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

  @Test
  void keepsItsTextForm() {
    Cursor cursor = new Cursor(2, 4711, 90);
    assertThat(cursor).hasToString("2-4711-90");
    assertThat(Cursor.parse("2-4711-90")).isEqualTo(cursor);
  }

  @Test
  void ordersByEpochThenTransactionThenNumber() {
    assertThat(new Cursor(1, 9, 9)).isLessThan(new Cursor(2, 1, 1));
    assertThat(new Cursor(1, 1, 9)).isLessThan(new Cursor(1, 2, 1));
    assertThat(new Cursor(1, 1, 1)).isLessThan(new Cursor(1, 1, 2));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "1", "1-2", "1-2-3-4", "a-b-c", "-1-2-3", "1-2-99999999999999999999"})
  void refusesWhatIsNoCursor(String text) {
    assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(BadCursor.class);
  }
}
