package org.gridward.facility.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.gridward.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 2026-11-23 is a Monday. */
class OpeningHoursTests {

  private static final PublicHolidays NOT_KNOWN = PublicHolidays.of(List.of());
  private static final PublicHolidays CHRISTMAS =
      PublicHolidays.of(List.of(LocalDate.parse("2026-12-25")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          24/7                                       | 2026-11-22T03:00 | OPEN
          24/7; Su off                               | 2026-11-22T03:00 | CLOSED
          off                                        | 2026-11-23T12:00 | CLOSED
          10:00-18:00                                | 2026-11-22T10:00 | OPEN
          10:00-18:00                                | 2026-11-22T09:59 | CLOSED
          10:00-18:00                                | 2026-11-22T17:59 | OPEN
          10:00-18:00                                | 2026-11-22T18:00 | CLOSED
          00:00-24:00                                | 2026-11-22T23:59 | OPEN
          Mo-Fr 09:00-17:00                          | 2026-11-23T09:00 | OPEN
          Mo-Fr 09:00-17:00                          | 2026-11-27T16:59 | OPEN
          Mo-Fr 09:00-17:00                          | 2026-11-28T12:00 | CLOSED
          Sa-Mo 10:00-12:00                          | 2026-11-22T11:00 | OPEN
          Sa-Mo 10:00-12:00                          | 2026-11-23T11:00 | OPEN
          Sa-Mo 10:00-12:00                          | 2026-11-24T11:00 | CLOSED
          Sa-Mo 10:00-12:00                          | 2026-11-27T11:00 | CLOSED
          Mo,We,Fr 08:00-10:00,12:00-14:00           | 2026-11-25T13:00 | OPEN
          Mo,We,Fr 08:00-10:00,12:00-14:00           | 2026-11-25T11:00 | CLOSED
          Mo,We,Fr 08:00-10:00,12:00-14:00           | 2026-11-26T13:00 | CLOSED
          Fr 22:00-02:00                             | 2026-11-28T01:59 | OPEN
          Fr 22:00-02:00                             | 2026-11-28T02:00 | CLOSED
          Fr 22:00-02:00                             | 2026-11-27T01:00 | CLOSED
          Fr 22:00-26:00                             | 2026-11-28T01:00 | OPEN
          Su 22:00-02:00                             | 2026-11-23T01:00 | OPEN
          fr 22:00 - 02:00                           | 2026-11-28T01:00 | OPEN
          Fr 22:00-02:00; Sa off                     | 2026-11-28T01:00 | UNKNOWN
          Fr 22:00-02:00; Sa off                     | 2026-11-28T03:00 | CLOSED
          Mo-Fr 09:00-17:00; We 10:00-12:00          | 2026-11-25T09:30 | CLOSED
          Mo-Fr 09:00-17:00; We off                  | 2026-11-25T09:30 | CLOSED
          Mo-Fr 09:00-12:00, Mo 13:00-15:00          | 2026-11-23T14:00 | OPEN
          Mo-Fr 09:00-12:00, Mo 13:00-15:00          | 2026-11-23T10:00 | OPEN
          Mo-Fr 09:00-12:00; Mo 13:00-15:00          | 2026-11-23T10:00 | CLOSED
          Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off   | 2026-11-24T12:30 | CLOSED
          Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off   | 2026-11-24T13:00 | OPEN
          Apr-Oct Mo-Fr 09:00-17:00                  | 2026-11-24T12:00 | CLOSED
          Oct-Mar Mo-Fr 09:00-17:00                  | 2026-11-24T12:00 | OPEN
          Mo-Su 09:00-17:00; Nov 24 off              | 2026-11-24T12:00 | CLOSED
          Mo-Su 09:00-17:00; Nov 24 off              | 2026-11-25T12:00 | OPEN
          Mo-Su 09:00-17:00; Nov 20-Jan 5 off        | 2027-01-05T12:00 | CLOSED
          Mo-Su 09:00-17:00; Nov 20-Jan 5 off        | 2027-01-06T12:00 | OPEN
          2027 Mo-Su 09:00-17:00                     | 2026-11-24T12:00 | CLOSED
          2026-2028 Mo-Su 09:00-17:00                | 2027-11-24T12:00 | OPEN
          Mo-Fr 09:00-17:00; PH off                  | 2026-11-24T12:00 | UNKNOWN
          Mo-Fr 09:00-17:00; PH off                  | 2026-11-24T20:00 | CLOSED
          Mo-Fr 09:00-17:00; PH off                  | 2026-11-28T12:00 | CLOSED
          Mo-Fr 09:00-17:00; PH,Su off               | 2026-11-22T12:00 | CLOSED
          PH 10:00-12:00                             | 2026-11-24T11:00 | UNKNOWN
          SH 10:00-12:00                             | 2026-11-24T11:00 | UNKNOWN
          Mo[1] 10:00-12:00                          | 2026-11-23T11:00 | UNKNOWN
          Mo[1] 10:00-12:00                          | 2026-11-24T11:00 | CLOSED
          week 1-52 Mo 10:00-12:00                   | 2026-11-23T11:00 | UNKNOWN
          Mo-Su 09:00-17:00; easter off              | 2026-11-23T11:00 | UNKNOWN
          sunrise-sunset                             | 2026-11-23T12:00 | UNKNOWN
          10:00+                                     | 2026-11-23T12:00 | UNKNOWN
          10:00                                      | 2026-11-23T12:00 | UNKNOWN
          Mo-Fr 09:00-17:00 "by appointment"         | 2026-11-23T12:00 | UNKNOWN
          Mo-Fr 09:00-17:00 "by appointment"         | 2026-11-23T18:00 | CLOSED
          Mo-Fr 09:00-17:00 unknown                  | 2026-11-23T12:00 | UNKNOWN
          'Mo-Fr 09:00-17:00 || "call us"'             | 2026-11-23T12:00 | OPEN
          'Mo-Fr 09:00-17:00 || "call us"'             | 2026-11-23T18:00 | UNKNOWN
          """)
  void judgesTheMinuteOrSaysThatItCannot(String hours, LocalDateTime at, OpenState expected) {
    assertThat(OpeningHours.parse(hours).at(at, NOT_KNOWN)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mo-Fr 09:00-17:00; PH off          | 2026-12-24T12:00 | OPEN
          Mo-Fr 09:00-17:00; PH off          | 2026-12-25T12:00 | CLOSED
          Mo-Th,PH 09:00-17:00               | 2026-12-25T12:00 | OPEN
          PH Mo-Th 09:00-17:00               | 2026-12-25T12:00 | CLOSED
          PH Mo-Fr 09:00-17:00               | 2026-12-25T12:00 | OPEN
          Mo-Fr 09:00-17:00                  | 2026-12-25T12:00 | OPEN
          Mo-Fr 09:00-17:00; PH off          | 2027-12-24T12:00 | UNKNOWN
          """)
  void knowsTheHolidaysOfTheYearsThatAreListed(String hours, LocalDateTime at, OpenState expected) {
    assertThat(OpeningHours.parse(hours).at(at, CHRISTMAS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mo-Fr 09:00-17:00 | 2026-11-23T12:00:30 | 2026-11-23T17:00
          Mo-Fr 09:00-17:00 | 2026-11-27T17:00    | 2026-11-30T09:00
          Mo 22:00-02:00    | 2026-11-23T23:00    | 2026-11-24T02:00
          00:00-24:00       | 2026-11-23T23:00    |
          24/7              | 2026-11-23T23:00    |
          """)
  void saysWhenTheStateChanges(String hours, LocalDateTime at, LocalDateTime expected) {
    assertThat(OpeningHours.parse(hours).nextChange(at, NOT_KNOWN).orElse(null))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nonsense",
        "Mo-Xy 09:00-17:00",
        "25:99-30:00",
        ";",
        "Mo-Fr 9:00 to 5",
        "9-17"
      })
  void refusesWhatIsNoOpeningHours(String text) {
    assertThatThrownBy(() -> OpeningHours.parse(text))
        .isInstanceOfSatisfying(
            Problem.Rejected.class, p -> assertThat(p.code()).isEqualTo("hours-unreadable"));
  }

  @Test
  void showsTheUsualWeek() {
    List<OpeningHours.Day> week =
        OpeningHours.parse(
                "Mo-Th 09:00-12:00,13:00-17:00; Fr 22:00-02:00; Sa sunrise-sunset; PH off")
            .week(LocalDate.parse("2026-11-26"));
    assertThat(week).hasSize(7);
    assertThat(week.get(0))
        .isEqualTo(new OpeningHours.Day(1, List.of("09:00-12:00", "13:00-17:00"), true));
    assertThat(week.get(4)).isEqualTo(new OpeningHours.Day(5, List.of("22:00-02:00"), true));
    assertThat(week.get(5).certain()).isFalse();
    assertThat(week.get(6)).isEqualTo(new OpeningHours.Day(7, List.of(), true));
  }

  /** Random weekly hours against minutes counted out one by one. */
  @Test
  void agreesWithCountingMinutes() {
    Random random = new Random(42);
    String[] names = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    for (int round = 0; round < 60; round++) {
      boolean[] week = new boolean[7 * 1440];
      StringBuilder text = new StringBuilder();
      for (int day = 0; day < 7; day++) {
        if (random.nextInt(3) > 0) {
          int from = random.nextInt(1440);
          int length = 1 + random.nextInt(1400);
          int until = from + length;
          text.append(text.isEmpty() ? "" : "; ")
              .append(
                  "%s %02d:%02d-%02d:%02d"
                      .formatted(names[day], from / 60, from % 60, until / 60, until % 60));
          for (int minute = from; minute < until; minute++) {
            week[(day * 1440 + minute) % week.length] = true;
          }
        }
      }
      if (!text.isEmpty()) {
        compare(OpeningHours.parse(text.toString()), week, text.toString());
      }
    }
  }

  private static void compare(OpeningHours hours, boolean[] week, String text) {
    LocalDateTime monday = LocalDateTime.parse("2026-11-23T00:00");
    for (int minute = 0; minute < week.length; minute += 7) {
      assertThat(hours.at(monday.plusMinutes(minute), NOT_KNOWN))
          .as("%s at %s", text, monday.plusMinutes(minute))
          .isEqualTo(week[minute] ? OpenState.OPEN : OpenState.CLOSED);
    }
  }

  @Test
  void neverBreaksOnAnyText() {
    Random random = new Random(7);
    String signs = "MoTuWePHSH0123456789:-,;|+/[]\"() offweek";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(24); n >= 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      try {
        OpeningHours hours = OpeningHours.parse(text.toString());
        hours.nextChange(LocalDateTime.parse("2026-11-23T00:00"), NOT_KNOWN);
        hours.week(LocalDate.parse("2026-11-23"));
      } catch (Problem.Rejected refused) {
        assertThat(refused.code()).isEqualTo("hours-unreadable");
      }
    }
  }
}
