package org.gridward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;

/** What the map paints and where, against slow, plain rules. */
@PostgisTest
class PaintingRulesE2E extends BrowserRules {

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

  @Test
  void namesAPlaceOnceAsAnAreaOrElseAsThePlace() {
    Object seen =
        run(
            """
            const { L } = await import('/app/map/leaflet.js');
            const { Occupied, around } = await import('/app/lib/occupied.js');
            const { writeLabels } = await import('/app/map/label-pass.js');
            const context = new OffscreenCanvas(400, 300).getContext('2d');
            let written = [];
            context.fillText = (text) => written.push(`${text}@${Math.round(context.getTransform().e)}`);
            const palette = { font: 'sans-serif', street: {} };
            const label = (kind, text, x, y, rank) => ({ kind, text, rank, size: 12, weight: 400, spot: { x, y }, apart: 0 });
            const candidates = [label('place', 'Town', 300, 200, 1), label('place', 'Inn', 300, 50, 2), label('area', 'Town', 100, 100, -1)];
            const seen = [];
            for (const full of [false, true]) {
              const occupied = new Occupied();
              if (full) occupied.take(around(100, 100, 80, 80));
              written = [];
              for (const _ of writeLabels(context, candidates, L.bounds([0, 0], [400, 300]), occupied, palette, 1));
              seen.push(written.join('+'));
            }
            return seen.join(' ');
            """);
    assertThat(seen).isEqualTo("Town@100+Inn@300 Town@300+Inn@300");
  }
}
