package org.gridward.gis.city;

import java.time.LocalDate;
import java.util.Random;

/** Made-up weather of a day: wet summers, cold winters, now and then a storm. */
record Weather(double cold, boolean rain, boolean storm) {

  static Weather of(LocalDate day, long seed) {
    Random random = new Random(seed * 1_000_003 + day.toEpochDay());
    random.nextInt();
    double year = 2 * Math.PI * (day.getDayOfYear() - 200) / 365.25;
    double warm = Math.cos(year);
    boolean rain = random.nextDouble() < 0.16 + 0.12 * warm;
    boolean storm = rain && random.nextDouble() < 0.12;
    return new Weather(Math.max(0, -warm), rain, storm);
  }
}
