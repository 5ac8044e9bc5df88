package org.gridward.gis.city;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.gridward.gis.demo.WorkerRow;

/**
 * The plan of two weeks, eight hours at a time: early, late and night take turns by the week, five
 * days of it, and nobody comes from a night into an early morning. Of the three of a community one
 * has each turn. The same city, moment and zone give the same plan.
 */
public final class CityShifts {

  /** Its name in the city's folder. */
  public static final String FILE = "shifts.csv";

  private static final int DAYS = 15;
  private static final int HOURS = 8;
  private static final int[] BEGINS = {6, 14, 22};
  private static final int EARLY = 0;
  private static final int WEEK = 7;

  private CityShifts() {}

  /**
   * The shifts from the day before {@code from} on, by worker in the order of {@link City#workers},
   * then by time.
   *
   * @param zone whose clock says what is early
   */
  public static List<CityShift> around(City city, Instant from, ZoneId zone) {
    LocalDate first = from.atZone(zone).toLocalDate().minusDays(1);
    List<CityShift> shifts = new ArrayList<>();
    List<WorkerRow> workers = city.workers();
    for (int worker = 0; worker < workers.size(); worker++) {
      for (int day = 0; day < DAYS; day++) {
        add(shifts, workers.get(worker).login(), worker, first.plusDays(day), zone);
      }
    }
    return shifts;
  }

  private static void add(
      List<CityShift> shifts, String login, int worker, LocalDate day, ZoneId zone) {
    long shifted = day.toEpochDay() + worker / BEGINS.length; // not all change on the same day
    int turn = (int) Math.floorMod(worker + Math.floorDiv(shifted, WEEK), BEGINS.length);
    if (!isFree(worker, Math.floorMod(shifted, WEEK), turn)) {
      int begins = BEGINS[turn];
      shifts.add(
          new CityShift(
              login,
              day.atTime(begins, 0).atZone(zone).toInstant(),
              day.atTime(begins, 0).plusHours(HOURS).atZone(zone).toInstant()));
    }
  }

  /**
   * Two days of a week; before early mornings, the first is one of them.
   *
   * @param day of the worker's own week, 0 to 6
   */
  private static boolean isFree(int worker, int day, int turn) {
    return turn == EARLY
        ? day == 0 || day == 1 + worker / BEGINS.length % (WEEK - 1)
        : day == worker % WEEK || day == (worker + 3) % WEEK;
  }

  /** Writes them for {@code import shifts}. */
  public static void write(List<CityShift> shifts, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord("login", "from", "to");
      for (CityShift shift : shifts) {
        csv.writeRecord(shift.login(), shift.from().toString(), shift.to().toString());
      }
    }
  }
}
