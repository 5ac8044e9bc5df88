package org.gridward.grid;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes ground for tests: each district stands on its own land, so tests of one database do not
 * meet.
 */
@Component
public class TestGround {

  private static final AtomicInteger DISTRICTS = new AtomicInteger();

  private final JdbcClient jdbc;
  private final GridSnapshots snapshots;
  private final Areas areas;

  TestGround(JdbcClient jdbc, GridSnapshots snapshots, Areas areas) {
    this.jdbc = jdbc;
    this.snapshots = snapshots;
    this.areas = areas;
  }

  /** Takes all ground away, with whatever stands on it in other tables. */
  public static void clear(JdbcClient jdbc) {
    jdbc.sql("truncate area, area_type, area_import cascade").update();
  }

  /** A point in degrees, longitude first. */
  public record LonLat(double lon, double lat) {}

  /** One district with communities of square cells; cells are listed community by community. */
  public record District(
      Area top, List<Area> communities, List<Area> cells, double west, double south) {

    /** The middle of {@code cells().get(index)}. */
    public LonLat centre(int index) {
      return new LonLat(west + (index + 0.5) * STEP, south + STEP / 2);
    }
  }

  /** The side of a cell in degrees. */
  public static final double STEP = 1.0 / 1024;

  /** A district of {@code communities} with {@code cellsEach} cells in a row from west to east. */
  public District district(int communities, int cellsEach) {
    int number = DISTRICTS.incrementAndGet();
    addTypes();
    double west = -170 + (number % 300);
    double south = -60 + (number / 300);
    String code = "D%05d".formatted(number);
    long top = add(code, "district", null, west, south, communities * cellsEach);
    List<Long> middle = new ArrayList<>();
    List<Long> cells = new ArrayList<>();
    for (int i = 0; i < communities; i++) {
      double from = west + i * cellsEach * STEP;
      long community = add(code + "-" + i, "community", top, from, south, cellsEach);
      middle.add(community);
      for (int j = 0; j < cellsEach; j++) {
        String cell = "%s-%d-%03d".formatted(code, i, j);
        cells.add(add(cell, "cell", community, from + j * STEP, south, 1));
      }
    }
    snapshots.reload();
    return new District(
        areas.get(top),
        middle.stream().map(areas::get).toList(),
        cells.stream().map(areas::get).toList(),
        west,
        south);
  }

  /** After the tables were changed past the program. */
  public void reload() {
    snapshots.reload();
  }

  private void addTypes() {
    jdbc.sql(
            """
            insert into area_type (code, names, rank, cell)
            values ('district', '{"en": "District", "zh": "区"}', 0, false),
                   ('community', '{"en": "Community", "zh": "社区"}', 1, false),
                   ('cell', '{"en": "Cell", "zh": "网格"}', 2, true)
            on conflict do nothing
            """)
        .update();
  }

  private long add(
      String code, String type, @Nullable Long parent, double west, double south, int steps) {
    long id = jdbc.sql("select nextval('area_seq')").query(Long.class).single();
    String above =
        parent == null
            ? ""
            : jdbc.sql("select path from area where id = ?")
                .param(parent)
                .query(String.class)
                .single();
    boolean cell = type.equals("cell");
    jdbc.sql(
            """
            insert into area (id, code, type, parent_id, path, names, cell, created_at)
            values (?, ?, ?, ?, ?, jsonb_build_object('en', ?::text, 'zh', ?::text), ?, now())
            """)
        .params(id, code, type, parent, new AreaPath(above).child(id).value())
        .params("Area " + code, "区域 " + code, cell)
        .update();
    jdbc.sql(
            """
            insert into area_boundary (id, area_id, cell, boundary, valid_from)
            values (nextval('area_boundary_seq'), ?, ?, ST_Multi(ST_MakeEnvelope(?, ?, ?, ?, 4326)), ?)
            """)
        .params(id, cell, west, south, west + steps * STEP, south + STEP)
        .param(Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }
}
