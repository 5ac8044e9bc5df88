package org.gridward.gazetteer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.gis.places.FoundPlace;
import org.gridward.gis.places.PlaceText;
import org.gridward.gis.places.TypedAddress;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.imports.ImportReport.Tally;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tools.jackson.databind.json.JsonMapper;

/** Makes the places of one source be what its file says, some hundreds in one transaction. */
@Component
public class PlaceBatch {

  static final String CHANGED = "places.changed";

  /** Whether a change may concern addresses. */
  static final String ADDRESSES = "addresses";

  /** Only one transaction at a time writes places; the number is ours alone. */
  private static final long WRITERS_LOCK = 0x70_6c_61_63L;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Journal journal;

  PlaceBatch(JdbcClient jdbc, JsonMapper json, Journal journal) {
    this.jdbc = jdbc;
    this.json = json;
    this.journal = journal;
  }

  private record Row(
      String code,
      String kind,
      Map<String, String> names,
      @Nullable String number,
      @Nullable String numberKey,
      @Nullable String streetKey,
      @Nullable String detail,
      double lon,
      double lat,
      @Nullable String course) {

    static Row of(FoundPlace place) {
      String number = place.number();
      return new Row(
          place.code(),
          place.kind().name(),
          place.names(),
          number,
          number == null ? null : TypedAddress.number(number),
          number == null ? null : PlaceText.ofName(place.names().getOrDefault("en", "")).key(),
          place.detail(),
          place.lon(),
          place.lat(),
          place.course().isEmpty() ? null : wkt(place.course()));
    }

    private static String wkt(List<List<Coordinate>> course) {
      return course.stream()
          .map(
              piece ->
                  piece.stream()
                      .map(point -> point.x + " " + point.y)
                      .collect(Collectors.joining(",", "(", ")")))
          .collect(Collectors.joining(",", "MULTILINESTRING(", ")"));
    }
  }

  private record Written(long created, long changed) {}

  /**
   * Creates and changes places by their codes; those that are so already stay untouched.
   *
   * @param places no code twice
   * @param tally counts what was created, changed, unchanged
   * @param dryRun count only: everything is taken back at the end
   */
  @Transactional
  public void write(String source, List<FoundPlace> places, Tally tally, boolean dryRun) {
    lockWriters();
    Written written =
        jdbc.sql(
                """
                with written as (
                  insert into place as p (source, code, kind, names, number, number_key, street_key,
                                          detail, location, course)
                  select :source, code, kind, names, number, "numberKey", "streetKey", detail,
                         ST_SetSRID(ST_MakePoint(lon, lat), 4326), ST_GeomFromText(course, 4326)
                  from jsonb_to_recordset(:rows::jsonb) as given (
                    code text, kind text, names jsonb, number text, "numberKey" text,
                    "streetKey" text, detail text, lon float8, lat float8, course text)
                  on conflict (source, code) do update set
                    kind = excluded.kind, names = excluded.names, number = excluded.number,
                    number_key = excluded.number_key, street_key = excluded.street_key,
                    detail = excluded.detail, location = excluded.location, course = excluded.course
                  where (p.kind, p.names, p.number, p.number_key, p.street_key, p.detail,
                         ST_AsBinary(p.location), ST_AsBinary(p.course))
                    is distinct from
                        (excluded.kind, excluded.names, excluded.number, excluded.number_key,
                         excluded.street_key, excluded.detail, ST_AsBinary(excluded.location),
                         ST_AsBinary(excluded.course))
                  returning xmax = 0 as fresh)
                select count(*) filter (where fresh) as created,
                       count(*) filter (where not fresh) as changed
                from written
                """)
            .param("source", source)
            .param("rows", json.writeValueAsString(places.stream().map(Row::of).toList()))
            .query(Written.class)
            .single();
    count(tally, written, places.size());
    if (dryRun) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
  }

  private static void count(Tally tally, Written written, int all) {
    for (int i = 0; i < all; i++) {
      if (i < written.created) {
        tally.created();
      } else if (i < written.created + written.changed) {
        tally.changed();
      } else {
        tally.unchanged();
      }
    }
  }

  /** The codes of a source that are not among {@code there}. */
  public Set<String> gone(String source, Collection<String> there) {
    Set<String> gone =
        new HashSet<>(
            jdbc.sql("select code from place where source = ?")
                .param(source)
                .query(String.class)
                .list());
    gone.removeAll(there);
    return gone;
  }

  /** Takes places out. */
  @Transactional
  public void remove(String source, Collection<String> codes) {
    lockWriters();
    jdbc.sql("delete from place where source = :source and code in (:codes)")
        .param("source", source)
        .param("codes", codes)
        .update();
  }

  /** Tells every server to read the places again. */
  @Transactional
  public void tell(String source) {
    tell(source, true);
  }

  /** The same where no address was touched: those are many, and stay as they were read. */
  @Transactional
  public void tellNamed(String source) {
    tell(source, false);
  }

  private void tell(String source, boolean addresses) {
    journal.append(
        new NewEntry(
            CHANGED,
            AreaPath.ROOT,
            new Subject("places", source),
            null,
            null,
            Actor.SYSTEM,
            Map.of("source", source, ADDRESSES, addresses)));
  }

  private void lockWriters() {
    jdbc.sql("select pg_advisory_xact_lock(?)")
        .param(WRITERS_LOCK)
        .query((row, number) -> number)
        .list();
  }
}
