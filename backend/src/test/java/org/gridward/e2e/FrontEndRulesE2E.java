package org.gridward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pure rules of the front end against slow, plain ones, in the browser that runs them. */
@PostgisTest
class FrontEndRulesE2E {

  /** Numbers that are the same in each run. */
  private static final String RANDOM =
      """
      let seed = 20260105;
      const random = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * n); };
      """;

  @LocalServerPort int port;
  private TestBrowser browser;
  private Visitor visitor;

  @BeforeEach
  void open() {
    browser = new TestBrowser(port);
    visitor = browser.visitor("en", 800, 600);
    visitor.page().navigate("/signin");
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void keepsIncidentsSortedWhileTheyChange() {
    Object wrong =
        run(
            """
            const { SortedIncidents } = await import('/app/lib/sorted-incidents.js');
            const { byUrgency } = await import('/app/lib/queue.js');
            const sorted = new SortedIncidents();
            const all = new Map();
            const wrong = [];
            for (let round = 0; round < 300; round++) {
              for (let i = random(round % 50 === 0 ? 900 : 12); i >= 0; i--) {
                const id = `i${random(1500)}`;
                if (random(3) === 0) all.delete(id);
                else all.set(id, { id, severity: ['LOW', 'NORMAL', 'HIGH', 'CRITICAL'][random(4)],
                  dueAt: random(5) === 0 ? null : `2026-01-0${1 + random(3)}`, reportedAt: `2026-01-0${1 + random(3)}` });
              }
              sorted.update([...all.values()]);
              const plain = [...all.values()].sort(byUrgency).map(({ id }) => id).join();
              if (plain !== sorted.items.map(({ id }) => id).join()) wrong.push(round);
            }
            return wrong.length;
            """);
    assertThat(wrong).isEqualTo(0);
  }

  @Test
  void laysOutRowsAsIfEachWereThere() {
    Object wrong =
        run(
            """
            const { layOut, rowsBetween, rowAt, indexOf, ROW_PIXELS, HEADING_PIXELS } = await import('/app/lib/queue-layout.js');
            let wrong = 0;
            for (let round = 0; round < 200; round++) {
              let n = 0;
              const groups = Array.from({ length: 1 + random(5) }, (_, g) => ({ group: `g${g}`, items: Array.from({ length: 1 + random(40) }, () => ({ id: `i${n++}` })) }));
              const plain = [];
              let top = 0;
              for (const { items } of groups) {
                top += HEADING_PIXELS;
                for (const { id } of items) { plain.push({ id, top }); top += ROW_PIXELS; }
              }
              const { sections, count, height } = layOut(groups);
              const from = random(height) - 200;
              const to = from + random(1500);
              const seen = rowsBetween(sections, from, to).map(({ incident, top, index }) => `${incident.id} ${top} ${index}`).join();
              const expected = plain.map((row, i) => ({ ...row, i })).filter((row) => row.top < to && row.top + ROW_PIXELS > from).map((row) => `${row.id} ${row.top} ${row.i}`).join();
              const one = random(count);
              if (seen !== expected || count !== plain.length || height !== top || rowAt(sections, one)?.incident.id !== plain[one].id || indexOf(sections, plain[one].id) !== one) wrong++;
            }
            return wrong;
            """);
    assertThat(wrong).isEqualTo(0);
  }

  @Test
  void givesAFilterBackAsItWasKept() {
    Object wrong =
        run(
            """
            const { toSaved, fromSaved } = await import('/app/lib/queue-choice.js');
            const { FILTERS } = await import('/app/lib/queue.js');
            const pick = (values) => values.filter(() => random(2) === 0);
            let wrong = 0;
            for (let round = 0; round < 200; round++) {
              const choice = { kind: FILTERS[random(FILTERS.length)], severity: pick(['LOW', 'NORMAL', 'HIGH', 'CRITICAL']),
                category: pick(['noise', 'light']), words: ['', 'canal', '#12'][random(3)], scope: 'area' };
              if (JSON.stringify(fromSaved(JSON.parse(JSON.stringify(toSaved(choice))), 'area')) !== JSON.stringify(choice)) wrong++;
            }
            return wrong;
            """);
    assertThat(wrong).isEqualTo(0);
  }

  private Object run(String body) {
    return visitor.page().evaluate("async () => {" + RANDOM + body + "}");
  }
}
