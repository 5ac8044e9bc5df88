package org.gridward.facility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the table facility. */
@Component
class FacilityRows {

  private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

  /** Only one transaction at a time writes facilities; the number is ours alone. */
  private static final long WRITERS_LOCK = 0x66_61_63_69L;

  private static final String COLUMNS =
      """
      id, code, kind, names, ST_X(location) as lon, ST_Y(location) as lat, area_path, address,
      hours, capacity, phone, website, services, version
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  FacilityRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Makes this transaction the only one that writes facilities, until it ends. */
  void lockWriters() {
    jdbc.sql("select pg_advisory_xact_lock(?)")
        .param(WRITERS_LOCK)
        .query((row, number) -> number)
        .list();
  }

  Optional<Facility> find(long id) {
    return jdbc.sql("select " + COLUMNS + " from facility where id = ?")
        .param(id)
        .query(this::facility)
        .optional();
  }

  List<Facility> listByCode(Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : jdbc.sql("select " + COLUMNS + " from facility where code in (:codes)")
            .param("codes", codes)
            .query(this::facility)
            .list();
  }

  List<Facility> list(FacilityQuery query) {
    String sql =
        "select "
            + COLUMNS
            + " from facility where id > :after and area_path like :area"
            + (query.kind() == null ? "" : " and kind = :kind")
            + (query.box() == null
                ? ""
                : " and location && ST_MakeEnvelope(:west, :south, :east, :north, 4326)")
            + " order by id limit :limit";
    var statement =
        jdbc.sql(sql)
            .param("after", query.after())
            .param("area", query.area().value() + "%")
            .param("limit", query.limit());
    if (query.kind() != null) {
      statement = statement.param("kind", query.kind());
    }
    if (query.box() != null) {
      statement =
          statement
              .param("west", query.box().getMinX())
              .param("south", query.box().getMinY())
              .param("east", query.box().getMaxX())
              .param("north", query.box().getMaxY());
    }
    return statement.query(this::facility).list();
  }

  /** Those nearest by the index, in about that order, with its distance in metres. */
  List<Near> listNear(String kind, double lon, double lat, int limit) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                , location::geography <-> here as rough
                from facility,
                  (select ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)::geography as here) as point
                where kind = :kind order by location::geography <-> here limit :limit
                """)
        .param("lon", lon)
        .param("lat", lat)
        .param("kind", kind)
        .param("limit", limit)
        .query((row, number) -> new Near(facility(row, number), row.getDouble("rough")))
        .list();
  }

  /**
   * @param rough by which the index orders; within one percent of the exact distance
   */
  record Near(Facility facility, double rough) {}

  Facility insert(FacilityFacts facts, AreaPath area) {
    long id =
        write(
                """
                insert into facility
                  (code, kind, names, location, area_path, address, hours, capacity, phone, website,
                   services, revision)
                values (:code, :kind, :names::jsonb, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :area,
                        :address, :hours, :capacity, :phone, :website, :services,
                        nextval('facility_revision'))
                returning id
                """,
                facts,
                area)
            .query(Long.class)
            .single();
    return new Facility(id, facts, area, 0);
  }

  Facility update(Facility before, FacilityFacts facts, AreaPath area) {
    write(
            """
            update facility set code = :code, kind = :kind, names = :names::jsonb,
              location = ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), area_path = :area,
              address = :address, hours = :hours, capacity = :capacity, phone = :phone,
              website = :website, services = :services, revision = nextval('facility_revision'),
              version = version + 1
            where id = :id
            """,
            facts,
            area)
        .param("id", before.id())
        .update();
    return new Facility(before.id(), facts, area, before.version() + 1);
  }

  private JdbcClient.StatementSpec write(String sql, FacilityFacts facts, AreaPath area) {
    return jdbc.sql(sql)
        .param("code", facts.code())
        .param("kind", facts.kind())
        .param("names", json.writeValueAsString(facts.names()))
        .param("lon", facts.lon())
        .param("lat", facts.lat())
        .param("area", area.value())
        .param("address", facts.address())
        .param("hours", facts.hours())
        .param("capacity", facts.capacity())
        .param("phone", facts.phone())
        .param("website", facts.website())
        .param("services", facts.services());
  }

  /** The facility belongs to another area now; nothing else of it has changed. */
  void move(long id, AreaPath area) {
    jdbc.sql(
            "update facility set area_path = ?, revision = nextval('facility_revision') where id ="
                + " ?")
        .params(area.value(), id)
        .update();
  }

  void delete(long id) {
    jdbc.sql("delete from facility where id = ?").param(id).update();
  }

  /** Differs between any two states of the table: each write takes a greater revision. */
  String state() {
    return jdbc.sql("select count(*) || '-' || coalesce(max(revision), 0) from facility")
        .query(String.class)
        .single();
  }

  private Facility facility(ResultSet row, int number) throws SQLException {
    return new Facility(
        row.getLong("id"),
        new FacilityFacts(
            row.getString("code"),
            row.getString("kind"),
            json.readValue(row.getString("names"), NAMES),
            row.getDouble("lon"),
            row.getDouble("lat"),
            row.getString("address"),
            row.getString("hours"),
            capacity(row),
            row.getString("phone"),
            row.getString("website"),
            row.getString("services")),
        new AreaPath(row.getString("area_path")),
        row.getInt("version"));
  }

  private static @Nullable Integer capacity(ResultSet row) throws SQLException {
    int capacity = row.getInt("capacity");
    return row.wasNull() ? null : capacity;
  }
}
