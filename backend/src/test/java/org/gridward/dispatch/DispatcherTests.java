package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New incidents keep their turn, whoever comes on duty. */
class DispatcherTests {

  private static final Set<Long> SHIFT =
      LongStream.rangeClosed(1, 100).boxed().collect(Collectors.toSet());
  private static final Set<Long> TURN = Set.of();
  private static final Set<Long> SWEEP = Set.of(-1L);

  private final DispatchTurn turn = mock();
  private final WaitingRoom waiting = mock();
  private final Bell bell = new Bell();

  /** What the dispatcher did, in order: the workers it tried, or that it took a turn or swept. */
  private final List<Set<Long>> done = new CopyOnWriteArrayList<>();

  private final AtomicInteger due = new AtomicInteger();

  private final Dispatcher dispatcher =
      new Dispatcher(turn, waiting, bell, Duration.ofMillis(20), Duration.ofMillis(1));

  DispatcherTests() {
    when(turn.take(anyInt()))
        .thenAnswer(
            call -> {
              done.add(TURN);
              return due.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 1 : 0;
            });
    when(waiting.retryFor(anyCollection()))
        .thenAnswer(
            call -> {
              Collection<Long> workers = call.getArgument(0);
              done.add(Set.copyOf(workers));
              return 0;
            });
    when(waiting.listRetryable())
        .thenAnswer(
            call -> {
              done.add(SWEEP);
              return Set.of();
            });
  }

  @AfterEach
  void stop() {
    dispatcher.stop();
  }

  private Set<Long> tried() {
    Set<Long> tried = new HashSet<>();
    done.forEach(tried::addAll);
    tried.removeAll(SWEEP);
    return tried;
  }

  private void run() {
    dispatcher.start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> done.contains(SWEEP) && tried().containsAll(SHIFT));
  }

  @Test
  void aWholeShiftComingOnDutyIsTriedAFewAtATimeWithTurnsBetween() {
    due.set(50);
    bell.ring(SHIFT);

    run();

    assertThat(done).allSatisfy(workers -> assertThat(workers).hasSizeLessThanOrEqualTo(8));
    for (int i = 1; i < done.size(); i++) {
      boolean bothTried = !done.get(i).isEmpty() && !done.get(i - 1).isEmpty();
      assertThat(bothTried && !done.get(i).equals(SWEEP) && !done.get(i - 1).equals(SWEEP))
          .as("no turn between %s and %s", done.get(i - 1), done.get(i))
          .isFalse();
    }
    assertThat(done.stream().filter(workers -> workers.contains(17L)))
        .as("everybody is tried once")
        .hasSize(1);
  }

  @Test
  void everybodyIsSweptOnlyWhenNothingIsDue() {
    due.set(200);
    bell.ring(SHIFT);

    run();

    assertThat(done.subList(0, done.indexOf(SWEEP)).stream().filter(TURN::equals))
        .as("turns before the first sweep: all that is due, and the one that finds nothing")
        .hasSizeGreaterThan(200);
  }
}
