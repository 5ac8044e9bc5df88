package org.gridward.gis.heat;

/**
 * The bins in which incidents are counted: the box of a grid parted evenly, and around it a margin
 * from which the kernel still reaches in.
 *
 * @param columns bins from west to east across the box
 * @param rows bins from north to south across the box
 * @param marginX bins to the west, and as many to the east
 * @param marginY bins to the north, and as many to the south
 * @param west the box's western edge in Web Mercator's units
 * @param north the box's northern edge
 * @param stepX a bin's width in units
 * @param stepY a bin's height in units
 */
record HeatRaster(
    int columns,
    int rows,
    int marginX,
    int marginY,
    double west,
    double north,
    double stepX,
    double stepY) {

  /** Bins are at most this part of the bandwidth wide, unless the pixels are wider. */
  static final int BINS_PER_BANDWIDTH = 6;

  /** How far the kernel reaches, in bandwidths. */
  static final double REACH = 4;

  /** Bins beyond the box that interpolation looks at. */
  static final int APRON = 2;

  static HeatRaster of(HeatGrid grid, double bandwidth) {
    double west = WebMercator.x(grid.west());
    double north = WebMercator.y(grid.north());
    double wide = WebMercator.x(grid.east()) - west;
    double high = WebMercator.y(grid.south()) - north;
    double equatorward = grid.south() <= 0 && grid.north() >= 0 ? 0 : leastLatitude(grid);
    double poleward = Math.max(Math.abs(grid.south()), Math.abs(grid.north()));
    double narrowX = bandwidth / WebMercator.eastMetres(WebMercator.y(equatorward));
    double narrowY = bandwidth / WebMercator.northMetres(WebMercator.y(equatorward));
    double widest = bandwidth / WebMercator.northMetres(WebMercator.y(poleward));
    int columns = bins(wide, grid.width(), narrowX);
    int rows = bins(high, grid.height(), narrowY);
    return new HeatRaster(
        columns,
        rows,
        margin(widest, wide / columns),
        margin(widest, high / rows),
        west,
        north,
        wide / columns,
        high / rows);
  }

  private static double leastLatitude(HeatGrid grid) {
    return Math.min(Math.abs(grid.south()), Math.abs(grid.north()));
  }

  private static int bins(double span, int pixels, double bandwidth) {
    double needed = Math.ceil(span / bandwidth * BINS_PER_BANDWIDTH);
    return (int) Math.clamp(needed, 1, pixels);
  }

  private static int margin(double bandwidth, double step) {
    return (int) Math.ceil(REACH * bandwidth / step) + 1 + APRON;
  }

  int allColumns() {
    return columns + 2 * marginX;
  }

  int allRows() {
    return rows + 2 * marginY;
  }

  int originX() {
    return (int) Math.floor(west - marginX * stepX);
  }

  int originY() {
    return (int) Math.floor(north - marginY * stepY);
  }

  /** The middle of a row of bins, counted from the northern margin's first. */
  private double middle(int row) {
    return north + (row - marginY + 0.5) * stepY;
  }

  /** A bandwidth in bins, along a row. */
  double sigmaX(int row, double bandwidth) {
    return bandwidth / (WebMercator.eastMetres(middle(row)) * stepX);
  }

  /** A bandwidth in bins, across the rows. */
  double sigmaY(int row, double bandwidth) {
    return bandwidth / (WebMercator.northMetres(middle(row)) * stepY);
  }

  /** A bin's area on the ellipsoid. */
  double km2(int row) {
    double y = middle(row);
    return WebMercator.eastMetres(y) * WebMercator.northMetres(y) * stepX * stepY / 1e6;
  }
}
