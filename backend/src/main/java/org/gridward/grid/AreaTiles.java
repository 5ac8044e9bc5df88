package org.gridward.grid;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridward.shared.AreaPath;
import org.gridward.shared.web.MadeTile;
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
  private static final long KEPT_BYTES = 64L << 20;

  /** The side of the world's square in metres of Web Mercator. */
  private static final double WORLD = 2 * Math.PI * 6_378_137;

  /** What of a tile's side is drawn beyond its edge. */
  private static final double BUFFER = 64.0 / 4096;

  /** The corners of the tile and of the tile with its buffer are bound as metres. */
  private static final String TILE =
      """
      select ST_AsMVT(feature, '%s', 4096, 'shape', 'id') from (
        select a.id, a.code, a.type, a.path,
               coalesce(a.names->>'en', a.code) as name, a.names->>'zh' as name_zh,
               ST_AsMVTGeom(%s, ST_MakeEnvelope(:west, :south, :east, :north, 3857), 4096, 64, true)
                 as shape
        from area_boundary b join area a on a.id = b.area_id
        where b.web && ST_Expand(ST_MakeEnvelope(:west, :south, :east, :north, 3857), :buffer)
          and b.valid_until is null and b.cell = %s and a.retired_at is null %s
      ) as feature where shape is not null
      """;

  private static final String EXACT = "b.web";
  private static final String GENERAL = "ST_Simplify(b.web, :pixel / 4, true)";
  private static final String WITHIN = "and a.path like any (:paths)";

  private final GridSnapshots snapshots;
  private final JdbcClient jdbc;
  private final Cache<List<AreaPath>, String> places =
      Caffeine.newBuilder().maximumSize(10_000).build();
  private final Cache<String, MadeTile> kept =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .weigher((String key, MadeTile tile) -> tile.weight())
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
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is called so in addresses. */
    public static Optional<Layer> find(String word) {
      return Arrays.stream(values()).filter(layer -> layer.word().equals(word)).findFirst();
    }
  }

  /** Changes with the areas and with what of them is asked for. */
  public String version(List<AreaPath> scopes) {
    return snapshots.current().revision() + '-' + places.get(scopes, AreaTiles::digest);
  }

  /** How many features the whole layer has, by the code of their level. */
  public Map<String, Long> counts(Layer layer, List<AreaPath> scopes) {
    GridSnapshot snapshot = snapshots.current();
    return snapshot.listAll().stream()
        .filter(area -> area.cell() == (layer == Layer.CELLS))
        .filter(area -> scopes.stream().anyMatch(scope -> scope.contains(area.path())))
        .collect(Collectors.groupingBy(Area::type, TreeMap::new, Collectors.counting()));
  }

  /**
   * The tile of an address that names exactly what somebody sees.
   *
   * @param path {@code LAYER/VERSION/Z/X/Y.mvt}; one of another version or of other scopes, or
   *     where there is no tile, has none
   */
  public Optional<MadeTile> findAt(String path, List<AreaPath> scopes) {
    String version = version(scopes);
    int begins = path.indexOf('/') + 1;
    int ends = begins + version.length();
    if (!path.startsWith(version, begins) || !path.startsWith("/", ends)) {
      return Optional.empty();
    }
    MadeTile made = kept.getIfPresent(path);
    return made != null
        ? Optional.of(made)
        : Layer.find(path.substring(0, begins - 1))
            .flatMap(
                layer ->
                    Tile.find(path.substring(ends + 1)).map(tile -> tile(layer, scopes, tile)));
  }

  /** A tile; empty where nothing lies in it. */
  public MadeTile tile(Layer layer, List<AreaPath> scopes, Tile tile) {
    String key =
        "%s/%s/%d/%d/%d.mvt".formatted(layer.word(), version(scopes), tile.z(), tile.x(), tile.y());
    return kept.get(key, _ -> MadeTile.of(make(layer, scopes, tile)));
  }

  private byte[] make(Layer layer, List<AreaPath> scopes, Tile tile) {
    boolean everything = scopes.stream().anyMatch(AreaPath::isRoot);
    double side = WORLD / (1 << tile.z());
    double west = tile.x() * side - WORLD / 2;
    double north = WORLD / 2 - tile.y() * side;
    String sql =
        TILE.formatted(
            layer.word(),
            tile.z() < EXACT_FROM ? GENERAL : EXACT,
            layer == Layer.CELLS,
            everything ? "" : WITHIN);
    return jdbc.sql(sql)
        .param("west", west)
        .param("south", north - side)
        .param("east", west + side)
        .param("north", north)
        .param("buffer", side * BUFFER)
        .param("pixel", side / 256)
        .param("paths", scopes.stream().map(scope -> scope.value() + "%").toArray(String[]::new))
        .query(byte[].class)
        .single();
  }

  private static String digest(List<AreaPath> scopes) {
    String all = scopes.stream().map(AreaPath::value).sorted().collect(Collectors.joining(","));
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(whole, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
