package org.gridward.gazetteer.web;

import java.util.Map;
import org.gridward.shared.Problem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Reads the parameters of a question, and refuses what cannot be ({@code place-question}, 422). */
final class PlaceQuestions {

  private static final int LONGEST = 200;
  private static final int MOST = 50;

  private PlaceQuestions() {}

  static String text(String q) {
    if (q.isBlank() || q.length() > LONGEST) {
      throw refused("q", "q must have 1 to %d characters".formatted(LONGEST));
    }
    return q;
  }

  static int limit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw refused("limit", "limit (%d) must be 1 to %d".formatted(limit, MOST));
    }
    return limit;
  }

  static Envelope box(String text) {
    double[] sides = numbers("bbox", text, 4);
    Coordinate low = point(sides[0], sides[1]);
    Coordinate high = point(sides[2], sides[3]);
    if (low.x > high.x || low.y > high.y) {
      throw refused("bbox", "bbox must be west,south,east,north, the smaller ones first");
    }
    return new Envelope(low, high);
  }

  static Coordinate middle(Envelope view) {
    Coordinate middle = view.centre();
    return middle == null ? new Coordinate() : middle;
  }

  static Coordinate point(String text) {
    double[] numbers = numbers("near", text, 2);
    return point(numbers[0], numbers[1]);
  }

  static Coordinate point(double lon, double lat) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw refused(
          "lon", "lon %s, lat %s is no place on the globe; longitude first".formatted(lon, lat));
    }
    return new Coordinate(lon, lat);
  }

  private static double[] numbers(String field, String text, int count) {
    String[] parts = text.split(",", -1);
    double[] numbers = new double[count];
    try {
      if (parts.length == count) {
        for (int i = 0; i < count; i++) {
          numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw refused(field, "%s must be %d numbers with commas between".formatted(field, count));
  }

  private static Problem refused(String field, String message) {
    return new Problem.Rejected("place-question", message, Map.of("field", field));
  }
}
