package org.gridward.grid;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.stream.Collectors;
import org.gridward.shared.AreaPath;
import org.gridward.shared.web.VectorTiles.Tile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Areas and cells as Mapbox Vector Tiles out of PostGIS, in Web Mercator, for maps of any size.
 * Above zoom {@value #EXACT_FROM} lines are generalised to a quarter of a screen's pixel. The tiles
 * of one state are kept in memory, the ones asked for last. Thread-safe. Who may see what is
 * decided by whoever asks.
 */
@Component
public class AreaTiles {

  private static final int EXACT_FROM = 14;
  private static final long KEPT_BYTES = 48L << 20;

  private static final String TILE =
      """
      with tile as (
        select ST_TileEnvelope(:z, :x, :y) as box,
               ST_Transform(ST_TileEnvelope(:z, :x, :y, margin => 0.02), 4326) as around
      )
      select ST_AsMVT(feature, :layer, 4096, 'shape', 'id') from (
        select a.id, a.code, a.type, a.path,
               coalesce(a.names->>'en', a.code) as name, a.names->>'zh' as name_zh,
               ST_AsMVTGeom(%s, tile.box, 4096, 64, true) as shape
        from tile
          join area_boundary b on b.boundary && tile.around
          join area a on a.id = b.area_id
        where b.valid_until is null and b.cell = :cells and a.retired_at is null
          and a.path like any (:paths)
        order by a.id
      ) as feature where shape is not null
      """;
  private static final String EXACT = "ST_Transform(b.boundary, 3857)";
  private static final String GENERAL =
      "ST_Simplify(ST_Transform(b.boundary, 3857), 40075016.7 / 1024 / (1 << :z), true)";

  private final GridSnapshots snapshots;
  private final JdbcClient jdbc;
  private final Cache<String, byte[]> kept =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .weigher((String key, byte[] tile) -> 100 + tile.length)
          .build();

  AreaTiles(GridSnapshots snapshots, JdbcClient jdbc) {
    this.snapshots = snapshots;
    this.jdbc = jdbc;
  }

  /** Which areas. */
  public enum Layer {
    /** Those that are divided: cities, districts, communities. */
    AREAS,
    CELLS;

    /** As it is called in addresses and in tiles. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Changes with the areas and with what of them is asked for. */
  public String version(List<AreaPath> scopes) {
    String places = scopes.stream().map(AreaPath::value).sorted().collect(Collectors.joining(","));
    return "%s-%08x".formatted(snapshots.current().revision(), places.hashCode());
  }

  /** How many features the whole layer has. */
  public long count(Layer layer, List<AreaPath> scopes) {
    GridSnapshot snapshot = snapshots.current();
    return snapshot.listAll().stream()
        .filter(area -> area.cell() == (layer == Layer.CELLS))
        .filter(area -> scopes.stream().anyMatch(scope -> scope.contains(area.path())))
        .count();
  }

  /** A tile; empty where nothing lies in it. */
  public byte[] tile(Layer layer, List<AreaPath> scopes, Tile tile) {
    String key = "%s/%s/%s".formatted(layer, version(scopes), tile);
    return kept.get(key, _ -> make(layer, scopes, tile));
  }

  private byte[] make(Layer layer, List<AreaPath> scopes, Tile tile) {
    return jdbc.sql(TILE.formatted(tile.z() < EXACT_FROM ? GENERAL : EXACT))
        .param("z", tile.z())
        .param("x", tile.x())
        .param("y", tile.y())
        .param("layer", layer.word())
        .param("cells", layer == Layer.CELLS)
        .param("paths", scopes.stream().map(scope -> scope.value() + "%").toArray(String[]::new))
        .query(byte[].class)
        .single();
  }
}
