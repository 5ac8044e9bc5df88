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

  @Test
  void takesOnlyWhatIsFreeOnTheScreen() {
    Object wrong =
        run(
            """
            const { Occupied, around } = await import('/app/lib/occupied.js');
            let wrong = 0;
            for (let round = 0; round < 60; round++) {
              const occupied = new Occupied();
              const taken = [];
              for (let i = 0; i < 120; i++) {
                const rect = around(random(900) - 200, random(900) - 200, 1 + random(70), 1 + random(30));
                const free = !taken.some((other) => rect[0] < other[2] && other[0] < rect[2] && rect[1] < other[3] && other[1] < rect[3]);
                if (occupied.claim([rect]) !== free) wrong++;
                if (free) taken.push(rect);
              }
            }
            return wrong;
            """);
    assertThat(wrong).isEqualTo(0);
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

  /** Leaflet's own projection is the judge. */
  @Test
  void projectsAsTheMapDoes() {
    Object wrong =
        run(
            """
            const { L } = await import('/app/map/leaflet.js');
            const { worldX, worldY } = await import('/app/lib/mercator.js');
            let wrong = 0;
            for (let round = 0; round < 2000; round++) {
              const [lon, lat, zoom] = [random(360000) / 1000 - 180, random(170000) / 1000 - 85, random(80) / 4];
              const { x, y } = L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), zoom);
              const world = 256 * 2 ** zoom;
              if (Math.hypot(worldX(lon) * world - x, worldY(lat) * world - y) > 1e-6) wrong++;
            }
            return wrong;
            """);
    assertThat(wrong).isEqualTo(0);
  }

  /**
   * Each corner on its own, projected anew, is the judge: none is off by more than half a pixel.
   */
  @Test
  void keepsTheShapesOfCellsToThePixel() {
    Object wrong =
        run(
            """
            const { CellShapes } = await import('/app/map/cell-shapes.js');
            const { worldX, worldY } = await import('/app/lib/mercator.js');
            const context = document.createElement('canvas').getContext('2d');
            let wrong = 0;
            for (let round = 0; round < 60; round++) {
              const features = Array.from({ length: 8 }, (_, id) => {
                const [west, south, side] = [120 + random(1000) / 1e4, 31 + random(1000) / 1e4, 0.001 + random(90) / 1e4];
                return { id, geometry: { type: 'Polygon', coordinates: [[[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]] } };
              });
              const shapes = new CellShapes({ features });
              const zoom = 12 + random(32) / 4;
              const { shapes: made, perPixel, left, top } = shapes.at(zoom);
              const world = 256 * 2 ** zoom;
              features.forEach(({ id, geometry }, i) => {
                const ring = geometry.coordinates[0];
                const [west, north, east, south] = [worldX(ring[0][0]) * world, worldY(ring[2][1]) * world, worldX(ring[2][0]) * world, worldY(ring[0][1]) * world];
                const is = made[i].box.map((side, j) => side / perPixel + (j % 2 === 0 ? left : top));
                if (made[i].id !== id || [west, north, east, south].some((side, j) => Math.abs(side - is[j]) > 0.5)) wrong++;
                for (const [x, y] of [[west + 1, north + 1], [east - 1, south - 1], [west - 1, north + 1], [east + 1, south - 1]]) {
                  const within = x > west && x < east && y > north && y < south;
                  if (context.isPointInPath(made[i].path, (x - left) * perPixel, (y - top) * perPixel) !== within) wrong++;
                }
              });
            }
            return wrong;
            """);
    assertThat(wrong).isEqualTo(0);
  }

  /** A step that uses up what it may is done alone; a fault of one layer is its own. */
  @Test
  void paintsInTurnsAndInSteps() {
    Object seen =
        run(
            """
            const { inTurn } = await import('/app/map/paint-turns.js');
            const seen = [];
            const slow = () => { for (const from = performance.now(); performance.now() - from < 20; ); };
            const [a, b, c] = [{}, {}, {}];
            inTurn(a, (function* () { try { slow(); yield seen.push('never painted'); } finally { seen.push('never begun'); } })());
            inTurn(b, (function* () { seen.push('b1'); slow(); yield; seen.push('b2'); slow(); })());
            inTurn(a, (function* () { try { seen.push('a1'); slow(); yield; seen.push('not reached'); } finally { seen.push('a left'); } })());
            inTurn(c, (function* () { throw new Error('a fault of one layer'); })());
            inTurn({}, (function* () { seen.push('d'); slow(); })());
            window.addEventListener('error', (event) => event.preventDefault(), { once: true });
            // What else the page has to do comes between two steps.
            const { port1, port2 } = new MessageChannel();
            const other = () => new Promise((done) => { port1.onmessage = done; port2.postMessage(0); });
            let again = false;
            for (const from = performance.now(); seen.at(-2) !== 'b2' && performance.now() - from < 10000; ) {
              await other();
              if (seen.at(-1) !== '|') seen.push('|');
              if (!again && seen.includes('a1')) { again = true; inTurn(a, (function* () { seen.push('a2'); slow(); })()); }
            }
            return seen.join(' ').replace(/^\\| /, '');
            """);
    assertThat(seen).isEqualTo("a1 | a left b1 | d | a2 | b2 |");
  }

  /**
   * What is yielded in the middle of it may wait for frames: the picture before it stays until the
   * next is whole.
   */
  @Test
  void showsAPictureWhenItIsWhole() {
    Object seen =
        run(
            """
            const { L } = await import('/app/map/leaflet.js');
            const { CanvasLayer } = await import('/app/map/canvas-layer.js');
            const box = document.body.appendChild(Object.assign(document.createElement('div'), { style: 'position:fixed;inset:0;width:400px;height:300px' }));
            const map = L.map(box, { zoomControl: false, attributionControl: false, fadeAnimation: false }).setView([31, 121], 12);
            const seen = [];
            const slow = () => { for (const from = performance.now(); performance.now() - from < 20; ); };
            const pixel = (canvas) => {
              const copy = new OffscreenCanvas(canvas.width, canvas.height);
              copy.getContext('2d').drawImage(canvas, 0, 0);
              return copy.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data.slice(0, 3).join();
            };
            let colour = 'red';
            let begun = 0;
            const layer = new CanvasLayer(function* (context, project, { min, max }) {
              begun++;
              context.fillStyle = colour;
              for (let i = 0; i < 3; i++) { slow(); yield; }
              context.fillRect(min.x, min.y, max.x - min.x, max.y - min.y);
            }).addTo(map);
            const frame = () => new Promise(requestAnimationFrame);
            const rest = async (frames = 8) => { for (let i = 0; i < frames; i++) await frame(); };
            await rest();
            const canvas = box.querySelector('canvas.gw-canvas');
            seen.push(pixel(canvas), begun);
            colour = 'lime';
            layer.repaint();
            await rest(2);
            seen.push(pixel(canvas), begun);
            for (let i = 0; i < 10; i++) { layer.repaint(); await frame(); } // what is begun is not begun anew
            seen.push(pixel(canvas));
            await rest();
            layer.repaint();
            await rest(2);
            colour = 'yellow';
            layer.repaint(); // another one follows
            await rest(12);
            seen.push(pixel(canvas));
            begun = 0;
            colour = 'blue';
            layer.repaint();
            await rest(2);
            map.setView([31, 121], 13, { animate: false }); // what is half painted is of no use
            await rest();
            seen.push(pixel(canvas), begun);
            colour = 'white';
            layer.repaint();
            await rest(2);
            map.setZoom(14, { animate: true }); // nor is it in flight
            let shown = false;
            for (let i = 0; i < 4; i++) { await frame(); shown ||= map._animatingZoom && pixel(canvas) !== '0,0,255'; }
            seen.push(shown);
            while (map._animatingZoom) await frame();
            await rest();
            seen.push(pixel(canvas));
            colour = 'red';
            layer.repaint();
            await rest(2);
            colour = 'lime';
            layer.forget(); // neither what stands nor what is half painted is right any more
            layer.repaint();
            seen.push(pixel(canvas));
            let old = false;
            for (let i = 0; i < 12; i++) { await frame(); old ||= pixel(canvas) === '255,0,0'; }
            seen.push(old, pixel(canvas));
            map.remove();
            await rest();
            box.remove();
            return seen.join(' ');
            """);
    assertThat(seen)
        .isEqualTo(
            "255,0,0 1 255,0,0 2 0,255,0 255,255,0 0,0,255 2 false 255,255,255 0,0,0 false"
                + " 0,255,0");
  }

  @Test
  void showsTheAreasThatHaveRoom() {
    Object seen =
        run(
            """
            const { L } = await import('/app/map/leaflet.js');
            const { AreaPainter } = await import('/app/map/area-paint.js');
            const box = document.body.appendChild(Object.assign(document.createElement('div'), { style: 'position:fixed;inset:0;width:800px;height:600px' }));
            const map = L.map(box, { zoomControl: false, attributionControl: false, fadeAnimation: false });
            const painter = new AreaPainter();
            painter.palette = { border: 'red', font: 'sans-serif' };
            const area = (code, rank, west, east) => ({ code, names: { en: code, zh: '区' + code }, path: '1/', rank, at: [(west + east) / 2, 0.05], bbox: [west, 0, east, 0.1] });
            painter.cells = {
              areas: [area('Town', 0, 0, 0.2), area('One', 1, 0, 0.1), area('Two', 1, 0.1, 0.2)],
              borders: [{ rank: 0, lines: [[[0, 0], [0, 0.1]]] }, { rank: 1, lines: [[[0.1, 0], [0.1, 0.1]]] }],
            };
            const canvas = new OffscreenCanvas(800, 600);
            const context = canvas.getContext('2d');
            const seen = [];
            for (const zoom of [6, 9, 11, 14]) {
              map.setView([0.05, 0.1], zoom, { animate: false });
              const project = (lon, lat) => map.latLngToLayerPoint([lat, lon]);
              const names = painter.names(context, project, map).map(({ text, size }) => text + size).join('+');
              context.reset();
              for (const _ of painter.paintBorders(context, L.bounds([0, 0], map.getSize()), map));
              const red = ({ x, y }) => Math.max(...context.getImageData(Math.round(x) - 1, Math.round(y), 3, 1).data.filter((_, i) => i % 4 === 3));
              const [outline, inner] = [red(project(0, 0.05)), red(project(0.1, 0.05))];
              const strength = (alpha) => (alpha === 0 ? 'none' : alpha < 160 ? 'faint' : 'plain');
              seen.push(`${zoom}:${names}:${strength(outline)}:${strength(inner)}`);
            }
            painter.language = 'zh';
            seen.push(painter.names(context, (lon, lat) => map.latLngToLayerPoint([lat, lon]), map).map(({ text }) => text).join('+'));
            painter.cells = null;
            seen.push(painter.names(context, () => null, map).length);
            map.remove();
            box.remove();
            return seen.join(' ');
            """);
    assertThat(seen)
        .isEqualTo(
            "6::faint:none 9:Town13:plain:plain 11:Town13+One12+Two12:plain:plain"
                + " 14:One12+Two12:none:plain 区One+区Two 0");
  }

  private Object run(String body) {
    return visitor.page().evaluate("async () => {" + RANDOM + body + "}");
  }
}
