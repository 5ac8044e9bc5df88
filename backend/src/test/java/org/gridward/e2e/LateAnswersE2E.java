package org.gridward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;

/** What comes late, or twice, or not at all never takes the place of what is wanted now. */
@PostgisTest
class LateAnswersE2E extends BrowserRules {

  /** {@code asked(part)} is the oldest request to such an address that waits for its answer. */
  private static final String ANSWERS =
      """
      const waiting = [];
      window.fetch = (url) => new Promise((answer) => waiting.push({ url: String(url), answer }));
      const rest = () => new Promise((done) => setTimeout(done, 20));
      const asked = async (part) => {
        for (let i = 0; i < 100; i++) {
          const at = waiting.findIndex(({ url }) => url.includes(part));
          if (at >= 0) return waiting.splice(at, 1)[0];
          await rest();
        }
        throw new Error(`nobody asked for ${part}`);
      };
      const says = async ({ answer }, body, status = 200) => {
        answer(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
        await rest();
      };
      """;

  @Test
  void showsTheServicePlaceThatWasChosenLast() {
    Object shown =
        run(
            ANSWERS
                + """
                const { Facilities } = await import('/app/state/facilities.js');
                const store = new Facilities('late');
                store.select(1);
                store.select(2);
                const first = await asked('/facilities/1');
                await says(await asked('/facilities/2'), { id: 2 });
                await says(first, { id: 1 });
                const last = store.selected?.id;
                const failed = store.select(3);
                await says(await asked('/facilities/3'), {}, 500);
                const kept = [await failed, store.selected?.id, store.unread];
                store.select(4);
                store.select(null);
                await says(await asked('/facilities/4'), { id: 4 });
                return [last, ...kept, store.selected, store.unread].join();
                """);
    assertThat(shown).isEqualTo("2,failed,2,true,,false");
  }

  @Test
  void measuresForTheChoiceThatIsMadeNow() {
    Object measured =
        run(
            ANSWERS
                + """
                const { Facilities } = await import('/app/state/facilities.js');
                const store = new Facilities('measured');
                store.lookAround({ lon: 1, lat: 1 });
                const elsewhere = await asked('/nearest');
                store.lookAround({ lon: 2, lat: 2 });
                const here = await asked('/nearest');
                await says(here, { items: ['here'] });
                await says(elsewhere, {}, 500);
                const found = store.around?.items[0];
                store.choose({ openOnly: true });
                const open = await asked('/nearest');
                store.choose({ openOnly: false });
                await says(await asked('/nearest'), { items: ['all'] });
                await says(open, { items: ['open'] });
                localStorage.clear();
                return [found, store.around.items[0]].join();
                """);
    assertThat(measured).isEqualTo("here,all");
  }

  @Test
  void showsNoPlacesOfAnotherArea() {
    Object places =
        run(
            ANSWERS
                + """
                const { Facilities } = await import('/app/state/facilities.js');
                const store = new Facilities('areas');
                const map = { hours: [], columns: { id: [7], kind: ['x'], names: [{}], lon: [0], lat: [0], hours: [-1] } };
                store.load(1);
                await says(await asked('facility-kinds'), { items: [{ code: 'x' }] });
                await says(await asked('/facilities/map'), map);
                const before = store.shown.length;
                store.load(2);
                await says(await asked('/facilities/map'), {}, 500);
                store.close();
                return [before, store.shown.length, store.counts.size, store.state].join();
                """);
    assertThat(places).isEqualTo("1,0,0,failed");
  }

  @Test
  void walksToTheAreaThatWasWantedLast() {
    Object trails =
        run(
            ANSWERS
                + """
                const { Ground } = await import('/app/state/ground.js');
                const ground = new Ground();
                ground.open({ id: 2 });
                ground.open({ id: 2 });
                await says(await asked('parent=2'), { items: [] });
                await says(await asked('parent=2'), { items: [] });
                const twice = ground.trail.map(({ id }) => id);
                ground.open({ id: 3 });
                const slow = await asked('parent=3');
                ground.open({ id: 4 });
                await says(await asked('parent=4'), { items: [] });
                await says(slow, { items: [] });
                const last = ground.trail.map(({ id }) => id);
                const refreshed = ground.refresh();
                const old = await asked('parent=4');
                ground.back(1);
                await says(await asked('parent=2'), { items: [{ id: 9 }] });
                await says(old, { items: [{ id: 8 }] });
                return [twice, last, ground.trail.map(({ id }) => id), ground.parts.map(({ id }) => id)].join(' ') + ground.state;
                """);
    assertThat(trails).isEqualTo("2 2,4 2 9ready");
  }

  @Test
  void keepsTheRecordOfTheGroundApart() {
    Object record =
        run(
            ANSWERS
                + """
                const { GroundRecord } = await import('/app/state/ground-record.js');
                const record = new GroundRecord();
                record.about(1, ['cell']);
                record.check();
                await says(await asked('/faults'), {}, 500);
                const failed = record.faultsState;
                record.about(2, ['cell']);
                const other = !!record.problem;
                record.check();
                const slow = await asked('/faults');
                record.check();
                await says(await asked('/faults'), { items: [] });
                await says(slow, {}, 500);
                const late = !!record.problem;
                record.loadEdits();
                await says(await asked('/edits'), { items: [{ id: 5 }], next: '5' });
                record.loadEdits(true);
                record.loadEdits(true);
                await says(await asked('/edits'), { items: [{ id: 4 }], next: null });
                await says(await asked('/edits'), { items: [{ id: 4 }], next: null });
                return [failed, other, late, record.edits.map(({ id }) => id)].join();
                """);
    assertThat(record).isEqualTo("failed,false,false,5,4");
  }

  @Test
  void listsWhatIsKeptAndPlannedAsItIsNow() {
    Object lists =
        run(
            ANSWERS
                + """
                const { PlannedEdits } = await import('/app/state/planned-edits.js');
                const { GroundDrafts } = await import('/app/state/ground-drafts.js');
                const lengths = [];
                for (const [list, address] of [[new PlannedEdits(), 'planned-edits'], [new GroundDrafts(), 'drafts']]) {
                  list.about(1);
                  const before = await asked(address);
                  list.about(1);
                  await says(await asked(address), { items: [] });
                  await says(before, { items: [{ id: 9 }] });
                  lengths.push(list.items.length);
                }
                return lengths.join();
                """);
    assertThat(lists).isEqualTo("0,0");
  }

  @Test
  void bringsNoPreviewBackThatWasDiscarded() {
    Object edit =
        run(
            ANSWERS
                + """
                const { GroundEdit } = await import('/app/state/ground-edit.js');
                const edit = new GroundEdit();
                edit.take('merge');
                edit.show([1, 2]);
                await says(await asked('/merge'), { basis: 'a', changes: [] });
                edit.make();
                await says(await asked('/merge'), { code: 'areas-changed' }, 409);
                const again = await asked('/merge');
                const busy = edit.busy;
                edit.discard();
                await says(again, { basis: 'b', changes: [] });
                return [busy, edit.busy, edit.preview, edit.problem].join();
                """);
    assertThat(edit).isEqualTo("true,false,,");
  }

  @Test
  void showsTheCellsOfTheAreaThatIsChosen() {
    Object state =
        run(
            ANSWERS
                + """
                const { AreaChoice } = await import('/app/state/areas.js');
                const areas = new AreaChoice('late');
                areas.choose(1);
                const before = await asked('/areas/1/');
                areas.choose(2);
                await says(await asked('/areas/2/'), { features: [] });
                await says(before, {}, 500);
                localStorage.clear();
                return areas.cellsState;
                """);
    assertThat(state).isEqualTo("ready");
  }

  /** The case that a step was done to is the one that can be taken back. */
  @Test
  void tellsOfAStepWhereItWasTaken() {
    Object told =
        run(
            ANSWERS
                + """
                const { CaseStore } = await import('/app/state/case.js');
                const { toasts } = await import('/app/state/toasts.js');
                const store = new CaseStore();
                const numbers = [];
                const results = [];
                for (const status of [200, 409]) {
                  Object.assign(store, { id: 'a', state: 'ready', detail: { id: 'a', number: 41, version: 1 }, busy: false });
                  const run = store.run('close', {});
                  const step = await asked('/a/');
                  store.select('b');
                  await says(step, {}, status);
                  for (const part of ['/b', '/b', '/b', '/b', '/b', '/b']) await says(await asked(part), { items: [] });
                  results.push(await run, store.problem);
                }
                return { results: results.join(), toasts: toasts.list.map(({ words }) => words).join() };
                """);
    assertThat((Map<?, ?>) told).extracting("results").isEqualTo("true,,false,");
    assertThat((Map<?, ?>) told).extracting("toasts").asString().contains("41");
  }

  /** Words that are looked up for a point do not replace those that somebody has typed. */
  @Test
  void keepsThePlaceThatWasTyped() {
    Object words =
        run(
            ANSWERS
                + """
                await import('/app/field/report-here.js');
                const report = Object.assign(document.createElement('gw-report-here'), { duty: { here: null }, outbox: null });
                document.body.replaceChildren(report);
                await report.updateComplete;
                const tap = async (lon) => {
                  report.renderRoot.querySelector('gw-map').dispatchEvent(new CustomEvent('map-pick', { detail: { lon, lat: 30 } }));
                  await rest();
                };
                const field = report.renderRoot.querySelector('#placeText');
                await tap(120);
                await says(await asked('/places/summary'), { places: 1, streets: 0, addresses: 0, pois: 0 });
                await says(await asked('/places/nearest'), { place: { names: { en: '12 Canal St' } }, near: false });
                const found = field.value;
                field.value = 'Behind the shed';
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                await tap(120.1);
                const more = waiting.find(({ url }) => url.includes('/places/nearest'));
                if (more) await says(more, { place: { names: { en: '14 Canal St' } }, near: false });
                localStorage.clear();
                return [found, field.value].join();
                """);
    assertThat(words).isEqualTo("12 Canal St,Behind the shed");
  }

  @Test
  void sendsNoReportWithoutItsPhotos() {
    Object sent =
        run(
            ANSWERS
                + """
                await import('/app/field/report-here.js');
                const bodies = [];
                const report = Object.assign(document.createElement('gw-report-here'), { duty: { here: null }, outbox: { put: ({ body }) => bodies.push(body.attachments) } });
                document.body.replaceChildren(report);
                await report.updateComplete;
                const find = (selector) => report.renderRoot.querySelector(selector);
                find('gw-category').dispatchEvent(new CustomEvent('category-pick', { detail: { code: 'noise' } }));
                find('gw-map').dispatchEvent(new CustomEvent('map-pick', { detail: { lon: 120, lat: 30 } }));
                find('gw-photos').tray.add([new Blob(['x'], { type: 'image/png' })]);
                await rest();
                find('button.primary').click();
                await rest();
                const early = bodies.length;
                await says(await asked('/attachments'), { id: 'p1' });
                find('button.primary').click();
                localStorage.clear();
                return [early, bodies.length, bodies.at(-1)].join();
                """);
    assertThat(sent).isEqualTo("0,1,p1");
  }

  @Test
  void looksAtTheAreaThatWasWantedLast() {
    Object looked =
        run(
            ANSWERS
                + """
                const { InsightStore } = await import('/app/state/insight.js');
                const { plainView } = await import('/app/lib/insight.js');
                const store = new InsightStore();
                store.view = plainView();
                store.go(1);
                const slow = await asked('/areas/1');
                store.go(2);
                await says(await asked('/areas/2'), { id: 2, path: '2/' });
                await says(slow, { id: 1, path: '1/' });
                store.close();
                return [store.area.id, store.view.area].join();
                """);
    assertThat(looked).isEqualTo("2,2");
  }

  @Test
  void takesAPageOfSomethingBetweenForNoAnswer() {
    Object codes =
        run(
            ANSWERS
                + """
                const http = await import('/app/net/http.js');
                const codes = [];
                const page = http.get('/portal').catch(({ code }) => codes.push(code));
                await says(await asked('/portal'), '<html>Sign in to the network</html>');
                await page;
                for (const read of [http.get, http.getBytes, http.getFile]) {
                  const broken = read('/broken').catch(({ code }) => codes.push(code));
                  const body = new ReadableStream({ start: (stream) => stream.error(new TypeError('network')) });
                  (await asked('/broken')).answer(new Response(body));
                  await broken;
                }
                return codes;
                """);
    assertThat(codes).isEqualTo(List.of("offline", "offline", "offline", "offline"));
  }
}
