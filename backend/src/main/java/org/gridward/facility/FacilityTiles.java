package org.gridward.facility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.gridward.shared.web.MadeTile;
import org.gridward.shared.web.VectorTiles.Tile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Facilities as Mapbox Vector Tiles out of PostGIS, in Web Mercator. Up to zoom {@value
 * #TOGETHER_UNTIL} those of one kind that lie within a few pixels are one point with their number;
 * closer, each is a point of its own. Thread-safe.
 */
@Component
public class FacilityTiles {

  private static final int TOGETHER_UNTIL = 12;
  private static final long KEPT_BYTES = 16L << 20;

  /** What of a tile's side is drawn beyond its edge, and a little more. */
  private static final double MARGIN = 0.02;

  private static final String FROM =
      """
      from facility, (select ST_TileEnvelope(:z, :x, :y) as box) as tile
      where location && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
      """;
  private static final String EACH =
      """
      select ST_AsMVT(feature, 'facilities', 4096, 'shape', 'id') from (
        select id, kind, names->>'en' as name, names->>'zh' as name_zh, 1 as count,
               ST_AsMVTGeom(ST_Transform(location, 3857), box, 4096, 64, true) as shape
      """
          + FROM
          + "order by id) as feature where shape is not null";

  /** Counted by squares of 8 pixels; each stands at the middle of its facilities. */
  private static final String TOGETHER =
      """
      select ST_AsMVT(feature, 'facilities', 4096, 'shape') from (
        select kind, case when count(*) = 1 then min(name) end as name,
               case when count(*) = 1 then min(name_zh) end as name_zh, count(*) as count,
               ST_AsMVTGeom(ST_Centroid(ST_Collect(place)), box, 4096, 64, true) as shape
        from (select kind, names->>'en' as name, names->>'zh' as name_zh, box,
                     ST_Transform(location, 3857) as place
      """
          + FROM
          + """
          ) as placed
          group by kind, box, ST_SnapToGrid(place, 40075016.7 / 32 / (1 << :z)) order by kind
          ) as feature where shape is not null
          """;

  private final Cache<String, String> states =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();
  private final FacilityRows rows;
  private final JdbcClient jdbc;
  private final Cache<String, MadeTile> kept =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .weigher((String key, MadeTile tile) -> tile.weight())
          .build();

  FacilityTiles(FacilityRows rows, JdbcClient jdbc) {
    this.rows = rows;
    this.jdbc = jdbc;
  }

  /** Changes with every facility, a second later at the latest. */
  public String version() {
    return states.get("", _ -> rows.state());
  }

  /** A tile of the state {@code version}; empty where nothing lies in it. */
  public MadeTile tile(String version, Tile tile) {
    return kept.get(version + "/" + tile, _ -> MadeTile.of(make(tile)));
  }

  private byte[] make(Tile tile) {
    return jdbc.sql(tile.z() > TOGETHER_UNTIL ? EACH : TOGETHER)
        .param("z", tile.z())
        .param("x", tile.x())
        .param("y", tile.y())
        .param("west", lon(tile.z(), tile.x() - MARGIN))
        .param("south", lat(tile.z(), tile.y() + 1 + MARGIN))
        .param("east", lon(tile.z(), tile.x() + 1 + MARGIN))
        .param("north", lat(tile.z(), tile.y() - MARGIN))
        .query(byte[].class)
        .single();
  }

  /** May lie beyond 180°: what PostGIS makes of a margin over the map's edge is the other edge. */
  private static double lon(int z, double column) {
    return column / (1 << z) * 360 - 180;
  }

  private static double lat(int z, double row) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * row / (1 << z)))));
  }
}
