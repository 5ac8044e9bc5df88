package org.gridward.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTests {

  private static final int MAX_BATCH = 8;

  private final List<List<Integer>> attempts = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch gate = new CountDownLatch(1);
  private final GroupCommit<Integer, String> group =
      new GroupCommit<>(MAX_BATCH, this::commit, e -> e instanceof DatabaseAway);
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

  private static final class DatabaseAway extends RuntimeException {}

  @AfterEach
  void stop() throws InterruptedException {
    gate.countDown();
    group.stop();
    clients.close();
  }

  /** 0 waits at the gate; negative items are bad; 1000 finds no database. */
  private List<String> commit(List<Integer> items) {
    attempts.add(items);
    if (items.contains(0)) {
      await();
    }
    if (items.contains(1000)) {
      throw new DatabaseAway();
    }
    if (items.stream().anyMatch(item -> item < 0)) {
      throw new IllegalArgumentException("bad item in " + items);
    }
    return items.stream().map(item -> "kept " + item).toList();
  }

  private void await() {
    try {
      assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<String> send(int item) {
    return CompletableFuture.supplyAsync(() -> group.commit(item), clients);
  }

  /** Holds the only committer while the items queue up behind it, then lets go. */
  private List<CompletableFuture<String>> sendTogether(int... items) {
    group.start(1);
    CompletableFuture<String> first = send(0);
    Awaitility.await().until(() -> attempts.size() == 1);
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int item : items) {
      answers.add(send(item));
      int queued = answers.size();
      Awaitility.await().until(() -> group.queued() == queued);
    }
    gate.countDown();
    first.join();
    return answers;
  }

  @Test
  void commitsWhatQueuedTogetherInOneBatchAndAnswersEachItsOwn() {
    var answers = sendTogether(1, 2, 3);
    assertThat(answers.stream().map(CompletableFuture::join))
        .containsExactly("kept 1", "kept 2", "kept 3");
    assertThat(attempts).containsExactly(List.of(0), List.of(1, 2, 3));
  }

  @Test
  void neverTakesMoreThanItsLimit() {
    var answers = sendTogether(IntStream.rangeClosed(1, 20).toArray());
    answers.forEach(CompletableFuture::join);
    assertThat(attempts).allMatch(batch -> batch.size() <= MAX_BATCH);
    assertThat(attempts.get(1)).hasSize(MAX_BATCH);
  }

  @Test
  void aBadItemFailsAloneAndTheOthersOfItsBatchAreCommitted() {
    var answers = sendTogether(1, -2, 3);
    assertThat(answers.get(0).join()).isEqualTo("kept 1");
    assertThat(answers.get(2).join()).isEqualTo("kept 3");
    assertThatThrownBy(() -> answers.get(1).join()).hasRootCauseMessage("bad item in [-2]");
    assertThat(attempts)
        .containsExactly(List.of(0), List.of(1, -2, 3), List.of(1), List.of(-2), List.of(3));
  }

  @Test
  void givesUpOnTheWholeBatchWhenTheDatabaseIsAway() {
    var answers = sendTogether(1, 1000, 3);
    assertThat(answers)
        .allSatisfy(
            answer -> assertThatThrownBy(answer::join).hasCauseInstanceOf(DatabaseAway.class));
    assertThat(attempts).containsExactly(List.of(0), List.of(1, 1000, 3));
  }

  @Test
  void commitsOnTheCallersOwnThreadWhenNoCommitterRuns() {
    assertThat(group.commit(5)).isEqualTo("kept 5");
    assertThatThrownBy(() -> group.commit(-5)).hasMessage("bad item in [-5]");
  }

  @Test
  void answersEverybodyWhileItStops() throws InterruptedException {
    group.start(2);
    List<CompletableFuture<String>> answers =
        IntStream.rangeClosed(1, 200).mapToObj(this::send).toList();
    group.stop();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).startsWith("kept"));
  }
}
