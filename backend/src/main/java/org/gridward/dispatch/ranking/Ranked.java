package org.gridward.dispatch.ranking;

import java.util.List;
import java.util.Optional;

/**
 * All candidates in the order in which they would be asked, those passed over included.
 *
 * @param reason why this one was chosen, or why nobody was
 */
public record Ranked(List<Judged> judged, Reason reason) {

  public Ranked {
    judged = List.copyOf(judged);
  }

  /** The one to ask; empty when the incident goes to the operator's queue. */
  public Optional<Candidate> chosen() {
    return judged.stream()
        .filter(one -> one.verdict() == Verdict.CHOSEN)
        .map(Judged::candidate)
        .findFirst();
  }

  /** The first {@code limit}, and the chosen one if beyond, for keeping. */
  public List<Judged> head(int limit) {
    return java.util.stream.Stream.concat(
            judged.stream().limit(limit),
            judged.stream().skip(limit).filter(one -> one.verdict() == Verdict.CHOSEN))
        .toList();
  }
}
