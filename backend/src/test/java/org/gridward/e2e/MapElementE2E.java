package org.gridward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;

/** The map as an element of a page: taken out and put back, sent twice, under two hands. */
@PostgisTest
class MapElementE2E extends BrowserRules {

  /** A map of a small box, put on an empty page. */
  private static final String MAP =
      """
      await import('/app/map/area-map.js');
      const rest = (millis) => new Promise((done) => setTimeout(done, millis));
      const until = async (holds) => {
        for (let i = 0; i < 600; i++) {
          try {
            if (holds()) return true;
          } catch {
            // not there yet
          }
          await rest(50);
        }
        return false;
      };
      const map = document.createElement('gw-map');
      Object.assign(map, { boxes: [[120, 30, 120.1, 30.1]] });
      Object.assign(map.style, { position: 'fixed', inset: '0' });
      document.body.replaceChildren(map);
      await until(() => Math.abs(map.stand().lon - 120.05) < 0.01);
      """;

  @Test
  void standsWhereItStoodWhenItIsPutElsewhere() {
    Object same =
        run(
            MAP
                + """
                const before = map.stand();
                const other = document.createElement('div');
                document.body.append(other);
                other.append(map);
                return until(() => Math.abs(map.stand().zoom - before.zoom) < 0.01 && Math.abs(map.stand().lon - before.lon) < 0.01);
                """);
    assertThat(same).isEqualTo(true);
  }

  @Test
  void goesToWhatIsWantedLast() {
    Object lon =
        run(
            MAP
                + """
                map.standAt({ lon: 120, lat: 30, zoom: 17 });
                map.fit();
                await rest(100);
                map.reveal(120.02, 30.02, 18);
                await rest(1200);
                return Math.round(map.stand().lon * 100) + ' ' + map.stand().zoom + ' ' + map.renderRoot.querySelectorAll('.veiled').length;
                """);
    assertThat(lon).isEqualTo("12002 18 0");
  }

  @Test
  void letsOneFingerHaveTheCornerOfALine() {
    Object told =
        run(
            """
            const { LineDrag } = await import('/app/map/line-drag.js');
            const ground = document.createElement('div');
            Object.assign(ground.style, { position: 'fixed', inset: '0' });
            ground.setPointerCapture = () => {};
            document.body.replaceChildren(ground);
            const told = [];
            const map = {
              getContainer: () => ground, dragging: { disable() {}, enable() {} },
              latLngToContainerPoint: ([y, x]) => ({ x, y }), containerPointToLatLng: ([lng, lat]) => ({ wrap: () => ({ lat, lng }) }),
            };
            new LineDrag(map, () => [[100, 100]], ({ lon, done }) => told.push(`${lon}${done ? '!' : ''}`));
            const hand = (type, pointerId, at) => ground.dispatchEvent(new PointerEvent(type, { pointerId, isPrimary: pointerId === 1, clientX: at, clientY: at }));
            hand('pointerdown', 1, 100);
            hand('pointermove', 1, 140);
            hand('pointerdown', 2, 400);
            hand('pointermove', 2, 420);
            hand('pointerup', 2, 420);
            hand('pointermove', 1, 150);
            hand('pointerup', 1, 150);
            return told.join();
            """);
    assertThat(told).isEqualTo("140,150,150!");
  }
}
