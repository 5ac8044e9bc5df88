package org.gridward.gis.city;

/** What the ground is used for, and how densely. */
enum LandUse {
  OLD_TOWN(11_000, 4_500),
  CENTRE(6_500, 11_000),
  MIDRISE(8_500, 15_000),
  TOWERS(12_000, 24_000),
  VILLAS(1_700, 22_000),
  INDUSTRY(900, 60_000),
  PARK(0, 40_000);

  private final double householdsPerSquareKilometre;
  private final double blockSquareMetres;

  LandUse(double householdsPerSquareKilometre, double blockSquareMetres) {
    this.householdsPerSquareKilometre = householdsPerSquareKilometre;
    this.blockSquareMetres = blockSquareMetres;
  }

  double householdsPerSquareKilometre() {
    return householdsPerSquareKilometre;
  }

  /** A block between streets is about this large. */
  double blockSquareMetres() {
    return blockSquareMetres;
  }
}
