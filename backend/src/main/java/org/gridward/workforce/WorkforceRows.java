package org.gridward.workforce;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes workers, duty and responsibility. */
@Repository
class WorkforceRows {

  private final JdbcClient jdbc;

  WorkforceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The new worker's id; empty when the user is a worker already. */
  Optional<Long> insert(NewWorker worker) {
    return jdbc.sql(
            """
            insert into worker (user_id, unit_id, name, rank, area_path, skills, capacity)
            values (:user, :unit, :name, :rank, :area, :skills, :capacity)
            on conflict (user_id) do nothing returning id
            """)
        .param("user", worker.userId())
        .param("unit", worker.unitId())
        .param("name", worker.name())
        .param("rank", worker.rank())
        .param("area", worker.area().value())
        .param("skills", worker.skills().stream().sorted().toArray(String[]::new))
        .param("capacity", worker.capacity())
        .query(Long.class)
        .optional();
  }

  void update(long id, NewWorker worker, boolean active) {
    jdbc.sql(
            """
            update worker set unit_id = :unit, name = :name, rank = :rank, area_path = :area,
              skills = :skills, capacity = :capacity, active = :active, version = version + 1
            where id = :id
            """)
        .param("id", id)
        .param("unit", worker.unitId())
        .param("name", worker.name())
        .param("rank", worker.rank())
        .param("area", worker.area().value())
        .param("skills", worker.skills().stream().sorted().toArray(String[]::new))
        .param("capacity", worker.capacity())
        .param("active", active)
        .update();
  }

  /** Takes the worker's row for this transaction; false when there is none. */
  boolean lock(long id) {
    return jdbc.sql("select id from worker where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  void setDuty(long id, Duty duty, Instant now) {
    jdbc.sql(
            "update worker set duty = :duty, duty_changed_at = :now, version = version + 1"
                + " where id = :id")
        .param("id", id)
        .param("duty", duty.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Notes what is told about the worker's duty; false when it has been told already. */
  boolean tell(long id, boolean onDuty) {
    return jdbc.sql("update worker set told_on_duty = :on where id = :id and told_on_duty <> :on")
            .param("id", id)
            .param("on", onDuty)
            .update()
        == 1;
  }

  /** One writer at a time for a cell's posts. */
  void lockCell(long cellId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('responsibility', :cell))")
        .param("cell", cellId)
        .query(
            row -> {
              // the lock is all that is wanted
            });
  }

  /** A post that begins and ends at the same moment has never been. */
  void endPost(Roster.Post post, Instant now) {
    jdbc.sql(
            """
            delete from responsibility where cell_id = :cell and worker_id = :worker
              and upper_inf(valid) and lower(valid) >= :now
            """)
        .param("cell", post.cellId())
        .param("worker", post.workerId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            update responsibility set valid = tstzrange(lower(valid), :now)
            where cell_id = :cell and worker_id = :worker and upper_inf(valid)
            """)
        .param("cell", post.cellId())
        .param("worker", post.workerId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void insertPost(Roster.Post post, Instant now) {
    jdbc.sql(
            """
            insert into responsibility (cell_id, worker_id, rank, valid)
            values (:cell, :worker, :rank, tstzrange(:now, null))
            """)
        .param("cell", post.cellId())
        .param("worker", post.workerId())
        .param("rank", post.rank().name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Who answered for the cell at that time, main first. */
  List<Roster.Post> listPostsAt(long cellId, Instant at) {
    return jdbc.sql(
            """
            select worker_id, rank from responsibility where cell_id = :cell
              and valid @> cast(:at as timestamptz) order by rank desc, id
            """)
        .param("cell", cellId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Roster.Post(
                    cellId, row.getLong(1), ResponsibilityRank.valueOf(row.getString(2))))
        .list();
  }
}
