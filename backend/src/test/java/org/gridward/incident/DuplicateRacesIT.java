package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.gridward.shared.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;

/** Several who merge and separate the same incidents at one time. */
class DuplicateRacesIT extends DuplicateScene {

  @Test
  void twoWhoMergeEachIntoTheOtherMakeNoCircleAndLoseNone() throws Exception {
    for (int round = 0; round < 10; round++) {
      UUID one = report(Reports.TO_BE_DECIDED);
      UUID other = report(Reports.TO_BE_DECIDED);
      List<Callable<IncidentView>> calls =
          List.of(() -> merge(one, other), () -> merge(other, one));
      int refused = 0;
      for (Future<IncidentView> future : IntakeIT.together(calls)) {
        try {
          future.get();
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(NotASurvivor.class);
          refused++;
        }
      }
      assertThat(refused).isEqualTo(1);
      assertThat(duplicates.survivorOf(one)).isEqualTo(duplicates.survivorOf(other));
    }
  }

  @Test
  void manyWhoMergeAndSeparateAtRandomNeverMakeACircle() throws Exception {
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(report(Reports.TO_BE_DECIDED));
    }
    List<Callable<IncidentView>> calls = new ArrayList<>();
    for (int caller = 0; caller < 8; caller++) {
      Random random = new Random(caller);
      calls.add(
          () -> {
            for (int i = 0; i < 25; i++) {
              attempt(all.get(random.nextInt(6)), all.get(random.nextInt(6)), random.nextInt(4));
            }
            return incidents.get(all.getFirst());
          });
    }
    for (Future<IncidentView> future : IntakeIT.together(calls)) {
      future.get();
    }
    Map<UUID, UUID> into = new HashMap<>();
    for (UUID id : all) {
      IncidentView view = incidents.get(id);
      assertThat(view.stage() == Stage.MERGED).isEqualTo(view.duplicateOf() != null);
      into.put(id, view.duplicateOf());
    }
    for (UUID id : all) {
      UUID last = id;
      for (int steps = 0; into.get(last) != null; steps++) {
        assertThat(steps).as("a circle from %s in %s", id, into).isLessThan(6);
        last = into.get(last);
      }
      assertThat(duplicates.survivorOf(id)).isEqualTo(last);
    }
  }

  private void attempt(UUID one, UUID other, int dice) {
    try {
      if (dice == 0) {
        duplicates.unmerge(one, order(one, ""));
      } else {
        merge(one, other);
      }
    } catch (Problem | PessimisticLockingFailureException refused) {
      assertThat(refused).isNotInstanceOf(IncidentUnknown.class);
    }
  }
}
