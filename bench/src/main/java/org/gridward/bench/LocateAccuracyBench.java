package org.gridward.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.gridward.bench.s4.CityInput;
import org.gridward.gis.cells.CellIndex;
import org.gridward.gis.cells.CellShape;

/**
 * How often the cell that a request's point is located in agrees with what the city itself wrote
 * beside the point: the borough, which the tract's code begins with; and the community board. The
 * city's boards are not among the data, so a board is held against that of most other requests in
 * the same tract; tracts that two boards share keep that below 100 %.
 */
final class LocateAccuracyBench {

  private static final List<String> BOROUGHS =
      List.of("MANHATTAN", "BRONX", "BROOKLYN", "QUEENS", "STATEN ISLAND");

  private final Path city;

  LocateAccuracyBench(Path city) {
    this.city = city;
  }

  /** A request that was located, with the words of the city. */
  private record Located(String tract, String borough, String board) {}

  void run(Figures figures) throws IOException {
    List<CellShape> tracts = CityInput.tracts(city);
    CellIndex index = CellIndex.build(tracts);
    Map<Long, String> codes = new HashMap<>();
    tracts.forEach(tract -> codes.put(tract.id(), tract.code()));
    List<Located> located = new ArrayList<>();
    int points = 0;
    try (InputStream in =
            new GZIPInputStream(Files.newInputStream(city.resolve("311-requests-2026-08.csv.gz")));
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        if (row.getField("longitude").isEmpty()) {
          continue;
        }
        points++;
        String tract =
            codes.get(
                index.locate(
                    Double.parseDouble(row.getField("longitude")),
                    Double.parseDouble(row.getField("latitude"))));
        if (tract != null) {
          located.add(new Located(tract, row.getField("borough"), row.getField("community_board")));
        }
      }
    }
    report(figures, points, located);
  }

  private static void report(Figures figures, int points, List<Located> located)
      throws IOException {
    figures.add(
        figure("requests located in a tract", located.size(), points, "all requests with a point"));
    List<Located> told = located.stream().filter(one -> BOROUGHS.contains(one.borough)).toList();
    long agree = told.stream().filter(LocateAccuracyBench::boroughAgrees).count();
    figures.add(
        figure("the tract's borough is the request's", agree, told.size(), "those that tell one"));
    board(figures, located.stream().filter(one -> one.board.matches("[0-9].*")).toList());
  }

  private static boolean boroughAgrees(Located one) {
    return BOROUGHS.get(one.tract.charAt(0) - '1').equals(one.borough);
  }

  private static void board(Figures figures, List<Located> told) throws IOException {
    Map<String, Map<String, Integer>> byTract = new HashMap<>();
    told.forEach(
        one ->
            byTract
                .computeIfAbsent(one.tract, code -> new HashMap<>())
                .merge(one.board, 1, Integer::sum));
    long asked = 0;
    long agree = 0;
    for (Located one : told) {
      Map<String, Integer> boards = byTract.getOrDefault(one.tract, Map.of());
      int own = boards.getOrDefault(one.board, 1) - 1;
      int others =
          boards.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(one.board))
              .mapToInt(Map.Entry::getValue)
              .max()
              .orElse(0);
      asked += own + others > 0 ? 1 : 0;
      agree += own > others ? 1 : 0;
    }
    figures.add(
        figure(
            "the request's community board is that of most others in its tract",
            agree,
            asked,
            "those with a board and a neighbour"));
  }

  private static Figures.Figure figure(String measure, long agree, long of, String beside) {
    return new Figures.Figure(
        "locate-accuracy",
        measure,
        String.format(Locale.ROOT, "%.2f %% (%,d of %,d)", 100.0 * agree / of, agree, of),
        beside,
        "≥ 99 %",
        agree >= 0.99 * of);
  }
}
