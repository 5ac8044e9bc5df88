package org.gridward.gis.city;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridward.gis.city.Blocks.Block;
import org.gridward.gis.demo.WorkerRow;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A made-up city: an island in the open sea with a river, an old town, towers, villas and a
 * harbour. The same seed and size give the same city, byte for byte, on every machine.
 */
public final class City {

  public static final int FEWEST_CELLS = 20;
  public static final int MOST_CELLS = 20_000;

  private static final double HOUSEHOLDS_PER_CELL = 400;
  private static final double SPACING = 28;

  final CityShape shape;
  final LandUses uses;
  final StreetNet net;
  final List<Block> blocks;
  final List<Building> buildings = new ArrayList<>();
  final List<String> cellOfPlot;

  private final List<CityArea> areas;
  private final long seed;

  private City(long seed, int cells) {
    this.seed = seed;
    shape = new CityShape(seed, radius(seed, cells));
    uses = new LandUses(shape, seed);
    Samples samples = Samples.of(shape, uses, SPACING);
    CityNames names = new CityNames(seed);
    Subdivision subdivision = new Subdivision(samples, uses, names, new Random(seed + 1));
    divide(subdivision, samples, cells);
    Blocks smaller = new Blocks(uses, names, new Random(seed + 2));
    for (int plot = 0; plot < subdivision.plots.size(); plot++) {
      smaller.divide(subdivision.plots.get(plot), plot);
    }
    blocks = smaller.blocks;
    AreaTree tree = new AreaTree(subdivision.plots, Mosaic.of(subdivision.plots), names);
    areas = tree.build();
    cellOfPlot = List.of(tree.codes);
    List<Street> streets = new ArrayList<>(subdivision.streets);
    streets.addAll(smaller.streets);
    net = new StreetNet(shape, streets);
    Builder builder = new Builder(net);
    blocks.forEach(block -> buildings.addAll(builder.on(block)));
  }

  /**
   * The city of this seed.
   *
   * @param cells exactly how many, {@link #FEWEST_CELLS} to {@link #MOST_CELLS}
   */
  public static City of(long seed, int cells) {
    if (cells < FEWEST_CELLS || cells > MOST_CELLS) {
      throw new IllegalArgumentException(
          "a city has %d to %d cells, not %d".formatted(FEWEST_CELLS, MOST_CELLS, cells));
    }
    return new City(seed, cells);
  }

  /** How far the coast is on average so that the households fill the cells. */
  private static double radius(long seed, int cells) {
    double low = 300;
    double high = 60_000;
    for (int step = 0; step < 22; step++) {
      double middle = Math.sqrt(low * high);
      CityShape shape = new CityShape(seed, middle);
      Samples coarse = Samples.of(shape, new LandUses(shape, seed), middle / 55);
      if (coarse.households(coarse.all()) < cells * HOUSEHOLDS_PER_CELL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void divide(Subdivision subdivision, Samples samples, int cells) {
    int[] all = samples.all();
    List<Polygon> quarters = Quarters.of(shape, samples, 3 * HOUSEHOLDS_PER_CELL);
    List<int[]> inside = quarters.stream().map(quarter -> samples.within(all, quarter)).toList();
    int[] counts =
        Subdivision.shareOut(inside.stream().mapToDouble(samples::households).toArray(), cells);
    for (int i = 0; i < counts.length; i++) {
      subdivision.divide(quarters.get(i), inside.get(i), counts[i]);
    }
  }

  /** All areas, each after the one above it; on each level an exact coverage of the level above. */
  public List<CityArea> areas() {
    return List.copyOf(areas);
  }

  /** The areas of one level, in the order of their codes. */
  public List<CityArea> level(CityLevel level) {
    return areas.stream().filter(area -> area.level() == level).toList();
  }

  /** Three for each community, each with a third of its cells, the next one standing in. */
  public List<WorkerRow> workers() {
    return CityWorkers.of(this);
  }

  /** Where people live and work, with the cell each address lies in. */
  public List<CityAddress> addresses() {
    return buildings.stream()
        .filter(building -> building.number() > 0)
        .map(building -> CityAddress.of(building, cellOfPlot.get(building.plot())))
        .toList();
  }

  /** The buildings in which somebody lives; every household of every cell is in one of them. */
  public List<CityHome> homes() {
    return CityHomes.of(this);
  }

  /** The seed it was made from. */
  public long seed() {
    return seed;
  }

  /** The whole ground, EPSG:4326. */
  public Geometry boundary() {
    return areas.getFirst().boundary();
  }

  /**
   * Writes the files that the imports and {@code basemap} take, and a README that says it is all
   * made up.
   *
   * @param folder is made where it is not there
   */
  public void write(Path folder) throws IOException {
    CityFiles.write(this, folder);
  }
}
