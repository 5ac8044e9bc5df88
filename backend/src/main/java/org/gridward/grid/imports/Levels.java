package org.gridward.grid.imports;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.grid.AreaType;
import org.gridward.grid.store.Level;
import org.gridward.grid.store.Place;
import org.gridward.shared.AreaPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The levels of the tree while an import adds to them. */
@Component
class Levels {

  private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Levels(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private List<AreaType> list() {
    return jdbc.sql("select code, names, rank, cell from area_type order by rank")
        .query(
            (row, number) ->
                new AreaType(
                    row.getString("code"),
                    json.readValue(row.getString("names"), NAMES),
                    row.getInt("rank"),
                    row.getBoolean("cell")))
        .list();
  }

  /** The level to write to, as it is or as it would be; writes nothing. */
  Level plan(AreaImportOptions options) {
    List<AreaType> types = list();
    Optional<AreaType> known =
        types.stream().filter(type -> type.code().equals(options.level().code())).findFirst();
    return known.map(type -> existing(type, options)).orElseGet(() -> planned(types, options));
  }

  private static Level existing(AreaType type, AreaImportOptions options) {
    if (options.cell() && !type.cell()) {
      throw new ImportRefused(
          "level-not-cells",
          "the level %s exists and is not that of the cells; leave --cell out"
              .formatted(type.code()));
    }
    if (type.rank() > 0 && options.parent() == null) {
      throw new ImportRefused(
          "parent-missing",
          "areas of the level %s stand under others: say with --parent where"
              .formatted(type.code()));
    }
    return new Level(type.code(), type.rank(), type.cell());
  }

  private static Level planned(List<AreaType> types, AreaImportOptions options) {
    String code = options.level().code();
    Optional<AreaType> lowest = types.stream().max(Comparator.comparingInt(AreaType::rank));
    if (options.parent() == null) {
      lowest.ifPresent(
          type -> {
            throw new ImportRefused(
                "parent-missing",
                "%s is a new level below %s: say with --parent what its areas stand under"
                    .formatted(code, type.code()));
          });
      return new Level(code, 0, options.cell());
    }
    AreaType above =
        lowest.orElseThrow(
            () ->
                new ImportRefused(
                    "no-areas-yet",
                    "there are no areas yet that %s could stand under; import the level above first"
                        .formatted(code)));
    if (above.cell()) {
      throw new ImportRefused(
          "below-cells",
          "%s is the level of the cells, and nothing stands under a cell; the levels are %s"
              .formatted(above.code(), types.stream().map(AreaType::code).toList()));
    }
    return new Level(code, above.rank() + 1, options.cell());
  }

  /** Makes the level be there, with the names that were given. */
  void write(Level level, LevelName name) {
    jdbc.sql(
            """
            insert into area_type (code, names, rank, cell) values (?, ?::jsonb, ?, ?)
            on conflict (code) do update set names = area_type.names || ?::jsonb
            """)
        .params(level.code(), json.writeValueAsString(name.namesOrCode()), level.rank())
        .params(level.cell(), json.writeValueAsString(name.names()))
        .update();
  }

  /** Every area of a level above, by code. */
  Map<String, Place> places(Level level) {
    Map<String, Place> places = new HashMap<>();
    jdbc.sql(
            """
            select a.id, a.code, a.path from area a join area_type t on t.code = a.type
            where t.rank < ? and a.retired_at is null
            """)
        .param(level.rank())
        .query(
            row -> {
              places.put(
                  row.getString("code"),
                  new Place(row.getLong("id"), new AreaPath(row.getString("path"))));
            });
    return places;
  }
}
