package org.gridward.wall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.gridward.wall.WallScene.Facts;
import org.gridward.wall.WallScene.Tint;
import org.gridward.wall.WallScene.View;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scenes of all walls, in the order in which they were made. Every change stands in the
 * journal.
 */
@Service
public class WallScenes {

  private static final String SELECT =
      "select id, name, area_path, west, south, east, north, tint, seconds, version from wall_scene"
          + " ";

  private final JdbcClient jdbc;
  private final Journal journal;

  WallScenes(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
  }

  /** The scenes whose area is one of {@code areas} or lies in one. */
  public List<WallScene> list(Collection<AreaPath> areas) {
    return jdbc.sql(
            SELECT + "where exists (select from unnest(?) a where area_path ^@ a) order by id")
        .param(areas.stream().map(AreaPath::value).toArray(String[]::new))
        .query(WallScenes::read)
        .list();
  }

  public Optional<WallScene> find(long id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(WallScenes::read).optional();
  }

  /** Throws when there is none (404). */
  public WallScene get(long id) {
    return find(id).orElseThrow(() -> unknown(id));
  }

  @Transactional
  public WallScene create(Facts facts, Actor actor) {
    View view = facts.view();
    long id =
        jdbc.sql(
                "insert into wall_scene (name, area_path, west, south, east, north, tint, seconds)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?) returning id")
            .params(parameters(facts, view))
            .query(Long.class)
            .single();
    tell(id, facts.area(), "created", actor);
    return get(id);
  }

  /**
   * @param version the one that was seen; another one is refused (409)
   */
  @Transactional
  public WallScene update(long id, Facts facts, int version, Actor actor) {
    List<@Nullable Object> parameters = parameters(facts, facts.view());
    parameters.add(id);
    parameters.add(version);
    int changed =
        jdbc.sql(
                "update wall_scene set name = ?, area_path = ?, west = ?, south = ?, east = ?,"
                    + " north = ?, tint = ?, seconds = ?, version = version + 1 where id = ? and"
                    + " version = ?")
            .params(parameters)
            .update();
    if (changed == 0) {
      int present = get(id).version();
      throw new Problem.Conflict(
          "changed-meanwhile",
          "somebody has changed scene %d meanwhile; it is at version %d".formatted(id, present),
          Map.of("version", present));
    }
    tell(id, facts.area(), "changed", actor);
    return get(id);
  }

  @Transactional
  public void remove(long id, Actor actor) {
    WallScene scene = get(id);
    jdbc.sql("delete from wall_scene where id = ?").param(id).update();
    tell(id, scene.area(), "removed", actor);
  }

  private void tell(long id, AreaPath area, String what, Actor actor) {
    journal.append(
        new NewEntry(
            "scene.changed",
            area,
            new Subject("scene", Long.toString(id)),
            null,
            null,
            actor,
            Map.of("sceneId", id, "what", what)));
  }

  private static List<@Nullable Object> parameters(Facts facts, @Nullable View view) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add(facts.name());
    all.add(facts.area().value());
    all.add(view == null ? null : view.west());
    all.add(view == null ? null : view.south());
    all.add(view == null ? null : view.east());
    all.add(view == null ? null : view.north());
    all.add(facts.tint().name());
    all.add(facts.seconds());
    return all;
  }

  private static WallScene read(ResultSet row, int n) throws SQLException {
    Double west = row.getObject("west", Double.class);
    return new WallScene(
        row.getLong("id"),
        row.getString("name"),
        new AreaPath(row.getString("area_path")),
        west == null
            ? null
            : new View(west, row.getDouble("south"), row.getDouble("east"), row.getDouble("north")),
        Tint.valueOf(row.getString("tint")),
        row.getInt("seconds"),
        row.getInt("version"));
  }

  private static Problem unknown(long id) {
    return new Problem.NotFound("scene-unknown", "there is no scene " + id, Map.of("id", id));
  }
}
