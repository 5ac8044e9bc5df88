package org.gridward.cli.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where somebody is and the rest of the way to where they want to be. Not thread-safe. */
final class DemoWalk {

  private final DemoGround ground;
  private final Deque<Spot> rest = new ArrayDeque<>();
  private Spot spot;
  private Spot goal;
  private double heading;

  DemoWalk(DemoGround ground, Spot from) {
    this.ground = ground;
    this.spot = from;
    this.goal = from;
  }

  Spot spot() {
    return spot;
  }

  /** Degrees clockwise from north, of the last step. */
  double headingDegrees() {
    return heading;
  }

  boolean isThere() {
    return rest.isEmpty();
  }

  /** From now on on the way there; the same again changes nothing. */
  void headFor(Spot place) {
    if (!place.equals(goal)) {
      goal = place;
      rest.clear();
      rest.addAll(ground.walk(spot, place));
    }
  }

  /** So far along the way, or to its end. */
  void go(double metres) {
    double left = metres;
    while (left > 0 && !rest.isEmpty()) {
      Spot next = rest.element();
      double distance = spot.metresTo(next);
      if (distance > 0) {
        heading = spot.headingTo(next);
      }
      spot = spot.towards(next, left);
      if (distance <= left) {
        rest.remove();
      }
      left -= distance;
    }
  }
}
