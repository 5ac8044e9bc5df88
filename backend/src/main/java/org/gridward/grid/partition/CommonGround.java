package org.gridward.grid.partition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridward.gis.partition.Measure;
import org.gridward.grid.partition.Shapes.Shape;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What ground areas have in common before and after a division. */
final class CommonGround {

  private CommonGround() {}

  /** Which cell lives on in which part, by index: the pairs with most common ground, each once. */
  static Map<Integer, Shape> pairs(List<Shape> before, List<MultiPolygon> parts) {
    record Pair(int part, Shape cell, double common) {}
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      for (Shape cell : before) {
        if (cell.ground()
            .shape()
            .getEnvelopeInternal()
            .intersects(parts.get(i).getEnvelopeInternal())) {
          double common = common(cell.ground().shape(), parts.get(i));
          if (common > 0) {
            all.add(new Pair(i, cell, common));
          }
        }
      }
    }
    all.sort(
        Comparator.comparingDouble(Pair::common)
            .reversed()
            .thenComparing(pair -> pair.cell().code())
            .thenComparing(Pair::part));
    Map<Integer, Shape> kept = new TreeMap<>();
    for (Pair pair : all) {
      if (!kept.containsKey(pair.part()) && !kept.containsValue(pair.cell())) {
        kept.put(pair.part(), pair.cell());
      }
    }
    return kept;
  }

  /** Square metres that both have. */
  static double of(Shape one, Shape other) {
    return common(one.ground().shape(), other.ground().shape());
  }

  private static double common(Geometry one, Geometry other) {
    return one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
        ? Measure.squareMetres(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION))
        : 0;
  }
}
