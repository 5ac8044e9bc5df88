package org.gridward.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.gridward.incident.IncidentPage;
import org.gridward.incident.IncidentQuery;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Placement;
import org.gridward.incident.Stage;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works under area ids that no other test uses, and takes its incidents away again. */
@PostgisTest
class IncidentListsIT {

  private static final int OPEN = 60_000;
  private static final AreaPath CITY = new AreaPath("990001/");
  private static final AreaPath STREET = CITY.child(990017);
  private static final AreaPath NAMESAKE = CITY.child(9900171);

  @Autowired IncidentLists lists;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  static void fill(@Autowired JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into incident (id, category_code, category_version, severity, stage, placement,
                                  area_path, channel, reported_at, filed_at, due_at)
            select gen_random_uuid(), 'noise', 1, 'NORMAL',
                   (array['COLLECTED', 'FILED', 'DISPATCHED', 'HANDLING', 'FED_BACK'])[1 + n % 5],
                   'IN_CELL', '990001/' || 990000 + n % 600 || '/', 'IMPORT',
                   now() - n * interval '1 second',
                   case when n % 5 > 0 then now() - n * interval '1 second' end,
                   case when n % 5 > 0 then now() + (n % 4000 - 1000) * interval '1 minute' end
            from generate_series(1, ?) n
            """)
        .param(OPEN)
        .update();
    jdbc.sql(
            """
            insert into incident (id, category_code, category_version, severity, stage, placement,
                                  area_path, channel, reported_at)
            select gen_random_uuid(), 'noise', 1, 'NORMAL', 'CLOSED', 'IN_CELL',
                   '990001/9900171/', 'IMPORT', now() - n * interval '1 minute'
            from generate_series(1, 20000) n
            """)
        .update();
    jdbc.sql("analyze incident").update();
  }

  @AfterAll
  static void empty(@Autowired JdbcClient jdbc) {
    jdbc.sql("delete from incident where area_path like '990001/%'").update();
  }

  private static IncidentQuery query(AreaPath area, @Nullable String after, int limit) {
    return new IncidentQuery(List.of(area), Stage.OPEN, null, false, after, limit);
  }

  private String plan(IncidentQuery query) {
    IncidentLists.Statement statement = lists.statement(query);
    return String.join(
        "\n",
        jdbc.sql("explain " + statement.sql())
            .params(statement.parameters())
            .query(String.class)
            .list());
  }

  @Test
  void theQueueOfTheWholeInstallationComesFromItsIndexInOrder() {
    assertThat(plan(query(AreaPath.ROOT, null, 100)))
        .contains("incident_queue")
        .doesNotContain("Sort")
        .doesNotContain("Seq Scan");
  }

  @Test
  void theQueueOfASmallAreaComesFromThePartialIndexOfItsArea() {
    assertThat(plan(query(STREET, null, 100))).contains("incident_open").doesNotContain("Seq Scan");
  }

  @Test
  void pagesGoThroughEverythingOnceInTheOrderOfWhatWillBeLateFirst() {
    List<IncidentView> all = new ArrayList<>();
    String after = null;
    do {
      IncidentPage page = lists.list(query(STREET, after, 7));
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    assertThat(all).extracting(IncidentView::id).doesNotHaveDuplicates().hasSize(OPEN / 600);
    assertThat(all).isSortedAccordingTo(java.util.Comparator.comparing(IncidentListsIT::sortTime));
    assertThat(all).allMatch(view -> view.areaPath().equals(STREET));
  }

  private static java.time.Instant sortTime(IncidentView view) {
    var due = view.compact().dueAt();
    return due == null ? view.compact().reportedAt() : due;
  }

  @Test
  void filtersByStageLatenessAndPlacement() {
    IncidentPage filed =
        lists.list(
            new IncidentQuery(List.of(CITY), EnumSet.of(Stage.FILED), null, true, null, 500));
    assertThat(filed.items())
        .hasSize(500)
        .allMatch(view -> view.stage() == Stage.FILED)
        .allMatch(view -> view.compact().dueAt().isBefore(java.time.Instant.now()));
    assertThat(
            lists
                .list(
                    new IncidentQuery(
                        List.of(CITY), Stage.OPEN, Placement.NEEDS_LOCATING, false, null, 10))
                .items())
        .isEmpty();
  }

  @Test
  void whatHasEndedComesNewestFirst() {
    IncidentPage page =
        lists.list(
            new IncidentQuery(List.of(NAMESAKE), EnumSet.of(Stage.CLOSED), null, false, null, 50));
    assertThat(page.items())
        .hasSize(50)
        .isSortedAccordingTo(
            java.util.Comparator.comparing((IncidentView v) -> v.compact().reportedAt())
                .reversed());
    assertThat(page.next()).isNotNull();
  }

  @Test
  void severalAreasAreListedTogetherAndNoneMeansNothing() {
    IncidentQuery both =
        new IncidentQuery(List.of(STREET, CITY.child(990018)), Stage.OPEN, null, false, null, 1000);
    assertThat(lists.list(both).items()).hasSize(2 * OPEN / 600);
    assertThat(lists.list(new IncidentQuery(List.of(), Stage.OPEN, null, false, null, 10)).items())
        .isEmpty();
  }
}
