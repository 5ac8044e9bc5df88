package org.gridward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;

/** The pure rules of the front end against slow, plain ones. */
@PostgisTest
class FrontEndRulesE2E extends BrowserRules {

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
                category: pick(['noise', 'light']), words: ['', 'canal', '#12'][random(3)], keeper: ['', 'me', 'nobody', 17][random(4)], scope: 'area' };
              if (JSON.stringify(fromSaved(JSON.parse(JSON.stringify(toSaved(choice))), 'area')) !== JSON.stringify(choice)) wrong++;
            }
            return wrong;
            """);
    assertThat(wrong).isEqualTo(0);
  }

  @Test
  void addsRungsThatLeadFurtherUpAndFindsThoseThatDoNot() {
    Object wrong =
        run(
            """
            const { withOneMore, wrongRung } = await import('/app/lib/rules.js');
            let wrong = 0;
            for (let round = 0; round < 500; round++) {
              let rungs = [];
              for (let i = random(12); i >= 0; i--) {
                rungs = random(2) ? withOneMore(rungs) : [...rungs, { role: ['LEADER', 'OPERATOR'][random(2)], levelsUp: 1 + random(10) }];
              }
              const first = rungs.findIndex((rung, i) => rungs.slice(0, i).filter(({ role }) => role === rung.role).at(-1)?.levelsUp >= rung.levelsUp);
              if (wrongRung(rungs) !== first || (first < 0 && wrongRung(withOneMore(rungs)) >= 0)) wrong++;
            }
            return wrong;
            """);
    assertThat(wrong).isEqualTo(0);
  }

  @Test
  void readsAnAddressAsItWasWrittenAndSurvivesAnyOther() {
    Object wrong =
        run(
            """
            const { readLink, writeLink } = await import('/app/lib/view-link.js');
            const { FILTERS } = await import('/app/lib/queue.js');
            const { SCOPES } = await import('/app/lib/queue-choice.js');
            let wrong = 0;
            for (let round = 0; round < 300; round++) {
              const view = { stand: random(3) ? { lon: (random(3600000) - 1800000) / 10000, lat: (random(1600000) - 800000) / 10000, zoom: 2 + random(68) / 4 } : null,
                area: random(3) ? random(100000) : null,
                choice: { kind: FILTERS[random(FILTERS.length)], scope: SCOPES[random(3)], severity: random(2) ? ['HIGH', 'LOW'] : [], category: random(2) ? ['noise'] : [], words: ['', 'a&b=c', '运河 #1'][random(3)], keeper: ['', 'me', 'nobody', 9][random(4)] },
                incident: random(2) ? `x-${random(99)}` : null };
              if (JSON.stringify(readLink(writeLink(view))) !== JSON.stringify(view)) wrong++;
              const garbage = `?at=${'-1e9,NaN,,%00x'.slice(random(9))}&area=${'9'.repeat(random(20))}&show=${random(9)}&severity=,,x&scope=%E0&keeper=-1e3&${'&='.repeat(random(5))}`;
              const read = readLink(garbage);
              if (read.stand || read.choice.kind !== 'all' || read.choice.severity.length > 0 || read.choice.keeper !== '') wrong++;
            }
            return wrong;
            """);
    assertThat(wrong).isEqualTo(0);
  }

  /** The browser's own canvas is the judge, also of rings that cross themselves. */
  @Test
  void knowsWhatLiesWithinALineDrawnByHand() {
    Object wrong =
        run(
            """
            const { isWithin } = await import('/app/lib/lasso.js');
            const context = document.createElement('canvas').getContext('2d');
            let wrong = 0;
            for (let round = 0; round < 200; round++) {
              const ring = Array.from({ length: 3 + random(12) }, () => ({ x: random(200) + 0.5, y: random(200) + 0.5 }));
              const path = new Path2D();
              ring.forEach(({ x, y }, i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
              path.closePath();
              for (let i = 0; i < 40; i++) {
                const point = { x: random(2000) / 10 + 0.03, y: random(2000) / 10 + 0.03 };
                if (isWithin(point, ring) !== context.isPointInPath(path, point.x, point.y, 'evenodd')) wrong++;
              }
            }
            return wrong;
            """);
    assertThat(((Number) wrong).intValue()).isLessThan(8);
  }

  /** A few late ones do not make all of them late. */
  @Test
  void saysOfSeveralHowManyAreLate() {
    Object wrong =
        run(
            """
            const { markOf, markOfAll } = await import('/app/lib/marks.js');
            const now = Date.UTC(2026, 0, 5);
            const order = ['quiet', 'onsite', 'sent', 'new'];
            let wrong = 0;
            for (let round = 0; round < 400; round++) {
              const all = Array.from({ length: 1 + random(9) }, () => ({
                stage: ['COLLECTED', 'DISPATCHED', 'HANDLING', 'FED_BACK', 'CLOSED'][random(5)], severity: random(6) ? 'NORMAL' : 'CRITICAL',
                dueAt: random(3) ? new Date(now + (random(2) ? 1 : -1) * 60000).toISOString() : null }));
              const marks = all.map((one) => markOf(one, now));
              const late = marks.filter(({ tone }) => tone === 'late').length;
              const rest = marks.filter(({ tone }) => tone !== 'late').map(({ tone }) => order.indexOf(tone));
              const { tone, late: share, critical } = markOfAll(all, now);
              if (share !== late / all.length) wrong++;
              if (tone !== (rest.length > 0 ? order[Math.max(...rest)] : 'late')) wrong++;
              if (critical !== marks.some(({ shape }) => shape === 'diamond')) wrong++;
            }
            return wrong;
            """);
    assertThat(wrong).isEqualTo(0);
  }

  @Test
  void tellsAPlanThatWaitsFromOneThatIsLateOrCannotBeMade() {
    Object standing =
        run(
            """
            const { standingOf } = await import('/app/state/planned-edits.js');
            const day = Date.parse('2026-03-01T00:00:00Z');
            const at = (minutes, refused, current) =>
              standingOf({ effectiveAt: '2026-03-01T00:00:00Z', refused, current }, day + minutes * 60_000);
            return [at(-1, null, true), at(1, null, true), at(2, null, true), at(-1, null, false),
              at(2, null, false), at(2, 'planned-outdated', false)].join(' ');
            """);
    assertThat(standing).isEqualTo("waiting waiting late outdated outdated refused");
  }

  /** Rounded to the next unit, never to sixty seconds, twenty-four hours or a thousand metres. */
  @Test
  void saysTheNextUnitWhereRoundingReachesIt() {
    Object words =
        run(
            """
            const { relativeTime, distanceWords } = await import('/app/lib/times.js');
            const ago = [59_400, 59_600, 59.6 * 60_000, 23.6 * 3_600_000].map((span) => relativeTime('en', -span, 0));
            return [...ago, ...[999.4, 999.6].map((metres) => distanceWords('en', metres))].join();
            """);
    assertThat(words).isEqualTo("59 sec. ago,1 min. ago,1 hr. ago,yesterday,999 m,1 km");
  }
}
