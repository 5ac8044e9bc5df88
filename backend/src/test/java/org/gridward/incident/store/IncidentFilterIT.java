package org.gridward.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.gridward.incident.IncidentCounts;
import org.gridward.incident.IncidentFilter;
import org.gridward.incident.IncidentFilter.Word;
import org.gridward.incident.IncidentPage;
import org.gridward.incident.IncidentQuery;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Stage;
import org.gridward.rulebook.Severity;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Filters against a walk through all of them. Works under area ids that no other test uses. */
@PostgisTest
class IncidentFilterIT {

  private static final AreaPath CITY = new AreaPath("990002/");
  private static final List<String> WORDS =
      List.of("lamp", "Canal", "100%", "under_score", "运河街", "路灯", "12", "O'Hara");
  private static final List<String> CATEGORIES = List.of("noise", "litter", "pothole");

  @Autowired IncidentLists lists;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  static void fill(@Autowired JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into incident (id, category_code, category_version, severity, stage, placement,
              area_path, channel, reported_at, filed_at, due_at, place_text, description)
            select gen_random_uuid(), (array['noise', 'litter', 'pothole'])[1 + n % 3], 1,
              (array['LOW', 'NORMAL', 'HIGH', 'CRITICAL'])[1 + n % 4],
              (array['COLLECTED', 'FILED', 'DISPATCHED', 'HANDLING', 'FED_BACK', 'CLOSED',
                     'DISMISSED'])[1 + n % 7],
              'IN_CELL', '990002/' || 990000 + n % 11 || '/', 'IMPORT',
              now() - n / 3 * interval '1 second',
              case when n % 7 > 0 then now() end,
              case when n % 7 > 0 then now() + (n % 97 - 48) * interval '1 minute' end,
              case when n % 5 > 0 then (?::text[])[1 + n % 8] end,
              (?::text[])[1 + n / 8 % 8] || ' x ' || (?::text[])[1 + n / 3 % 8]
            from generate_series(1, 2000) n
            """)
        .params(words(), words(), words())
        .update();
  }

  private static String[] words() {
    return WORDS.toArray(String[]::new);
  }

  @AfterAll
  static void empty(@Autowired JdbcClient jdbc) {
    jdbc.sql("delete from incident where area_path like '990002/%'").update();
  }

  private List<IncidentView> all() {
    return jdbc.sql(IncidentRows.SELECT + "where area_path like '990002/%'")
        .query((row, n) -> IncidentRows.read(row))
        .list();
  }

  @Test
  void randomFiltersFindWhatAWalkThroughAllFinds() {
    List<IncidentView> all = all();
    Random random = new Random(17);
    for (int i = 0; i < 150; i++) {
      IncidentQuery query = randomQuery(random, all);
      Instant now = Instant.now();
      List<UUID> expected =
          all.stream()
              .filter(view -> passes(view, query, now))
              .sorted(order(query))
              .map(IncidentView::id)
              .toList();
      assertThat(pages(query)).as(query.toString()).isEqualTo(expected);
      IncidentCounts counts = lists.count(query);
      assertThat(counts.total()).isEqualTo(expected.size());
      assertThat(counts.late())
          .isEqualTo(
              all.stream()
                  .filter(view -> passes(view, query, now) && isLate(view, Instant.now()))
                  .count());
    }
  }

  private static IncidentQuery randomQuery(Random random, List<IncidentView> all) {
    Set<Stage> stages =
        random.nextBoolean() ? Stage.OPEN : EnumSet.of(Stage.values()[random.nextInt(8)]);
    Set<Severity> severities =
        random.nextBoolean() ? Set.of() : Set.of(Severity.values()[random.nextInt(4)]);
    Set<String> categories =
        random.nextBoolean() ? Set.of() : Set.of(CATEGORIES.get(random.nextInt(2) * 2), "litter");
    List<Word> words = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      words.add(randomWord(random, all));
    }
    Set<UUID> among = null;
    if (random.nextInt(4) == 0) {
      among = new HashSet<>();
      for (int i = 0; i < 300; i++) {
        among.add(all.get(random.nextInt(all.size())).id());
      }
    }
    List<AreaPath> areas =
        random.nextBoolean() ? List.of(CITY) : List.of(CITY.child(990000 + random.nextInt(11)));
    return new IncidentQuery(
        areas,
        stages,
        null,
        random.nextInt(4) == 0,
        new IncidentFilter(severities, categories, words, among, IncidentFilter.Desk.ANY, null),
        null,
        1 + random.nextInt(200));
  }

  private static Word randomWord(Random random, List<IncidentView> all) {
    if (random.nextInt(5) == 0) {
      return new Word("#" + all.get(random.nextInt(all.size())).compact().number(), Set.of());
    }
    String text = WORDS.get(random.nextInt(WORDS.size())).toLowerCase(Locale.ROOT);
    return new Word(text, random.nextInt(3) == 0 ? Set.of("pothole") : Set.of());
  }

  private static boolean passes(IncidentView view, IncidentQuery query, Instant now) {
    IncidentFilter filter = query.filter();
    var compact = view.compact();
    return query.stages().contains(view.stage())
        && query.areas().stream().anyMatch(area -> area.contains(view.areaPath()))
        && (!query.late() || isLate(view, now))
        && (filter.severities().isEmpty() || filter.severities().contains(compact.severity()))
        && (filter.categories().isEmpty() || filter.categories().contains(compact.category()))
        && (filter.among() == null || filter.among().contains(view.id()))
        && filter.words().stream().allMatch(word -> has(view, word));
  }

  private static boolean isLate(IncidentView view, Instant now) {
    Instant due = view.compact().dueAt();
    return due != null && due.isBefore(now) && view.stage().ordinal() < Stage.FED_BACK.ordinal();
  }

  private static boolean has(IncidentView view, Word word) {
    String place = view.compact().placeText();
    return (place != null && place.toLowerCase(Locale.ROOT).contains(word.text()))
        || view.description().toLowerCase(Locale.ROOT).contains(word.text())
        || word.text().replaceFirst("^#", "").equals("" + view.compact().number())
        || word.categories().contains(view.compact().category());
  }

  private static Comparator<IncidentView> order(IncidentQuery query) {
    boolean queue = Stage.OPEN.containsAll(query.stages());
    Comparator<IncidentView> byTime =
        Comparator.comparing(
            view -> {
              Instant due = view.compact().dueAt();
              return queue && due != null ? due : view.compact().reportedAt();
            });
    Comparator<IncidentView> whole = byTime.thenComparing(view -> view.id().toString());
    return queue ? whole : whole.reversed();
  }

  private List<UUID> pages(IncidentQuery query) {
    List<UUID> found = new ArrayList<>();
    @Nullable String after = null;
    do {
      IncidentPage page = lists.list(after(query, after));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(query.limit());
      page.items().forEach(view -> found.add(view.id()));
      after = page.next();
    } while (after != null);
    return found;
  }

  private static IncidentQuery after(IncidentQuery query, @Nullable String after) {
    return new IncidentQuery(
        query.areas(),
        query.stages(),
        query.placement(),
        query.late(),
        query.filter(),
        after,
        query.limit());
  }

  @Test
  void whatDoesNotChangeComesExactlyOnceWhileOthersChange() {
    AreaPath area = CITY.child(990003);
    IncidentQuery query = IncidentQuery.open(area, 9);
    List<UUID> before = pages(query);
    Random random = new Random(3);
    Set<UUID> changed = new HashSet<>();
    List<UUID> seen = new ArrayList<>();
    @Nullable String after = null;
    do {
      IncidentPage page = lists.list(after(query, after));
      page.items().forEach(view -> seen.add(view.id()));
      UUID other = before.get(random.nextInt(before.size()));
      changed.add(other);
      jdbc.sql("update incident set due_at = now() + ? * interval '1 minute' where id = ?")
          .params(random.nextInt(200) - 100, other)
          .update();
      after = page.next();
    } while (after != null);
    before.removeAll(changed);
    seen.removeAll(changed);
    assertThat(seen).isEqualTo(before).hasSizeGreaterThan(20);
  }
}
