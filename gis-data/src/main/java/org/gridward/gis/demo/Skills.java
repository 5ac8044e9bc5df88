package org.gridward.gis.demo;

import java.util.List;

/** Skills that the default catalogue of categories asks for, dealt out in turn. */
public final class Skills {
  private static final List<String> ALL =
      List.of("electrical", "roads", "plumbing", "safety", "mediation");

  private Skills() {}

  /** Two skills each: any three workers in a row have all five between them. */
  public static List<String> ofTurn(int turn) {
    int first = 2 * turn % ALL.size();
    return List.of(ALL.get(first), ALL.get((first + 1) % ALL.size()));
  }
}
