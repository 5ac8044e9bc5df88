package org.gridward.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.gridward.gis.city.City;
import org.junit.jupiter.api.Test;

class DemoWalkTests {

  private static final double STEP = 24;
  private static final DemoGround GROUND = DemoGround.of(City.of(7, 40));

  private static double metres(List<Spot> way) {
    double sum = 0;
    for (int i = 1; i < way.size(); i++) {
      sum += way.get(i - 1).metresTo(way.get(i));
    }
    return sum;
  }

  @Test
  void isAsLongUnderwayAsTheWayAlongTheStreetsIs() {
    Random random = new Random(8);
    for (int round = 0; round < 50; round++) {
      Spot from = GROUND.somewhere(random);
      Spot to = GROUND.somewhere(random);
      DemoWalk walk = new DemoWalk(GROUND, from);
      walk.headFor(to);
      int steps = 0;
      while (!walk.isThere()) {
        Spot before = walk.spot();
        walk.headFor(to);
        walk.go(STEP);
        steps++;
        assertThat(before.metresTo(walk.spot())).isLessThan(STEP + 0.1);
      }
      assertThat(walk.spot()).isEqualTo(to);
      double way = metres(GROUND.walk(from, to));
      assertThat(steps * STEP).isCloseTo(way + STEP / 2, within(STEP));
      assertThat(way).isGreaterThanOrEqualTo(from.metresTo(to) - 1);
    }
  }

  @Test
  void staysWhereItIsWithoutAGoal() {
    Spot house = GROUND.somewhere(new Random(9));
    DemoWalk walk = new DemoWalk(GROUND, house);
    walk.go(STEP);
    assertThat(walk.spot()).isEqualTo(house);
    assertThat(walk.isThere()).isTrue();
  }
}
