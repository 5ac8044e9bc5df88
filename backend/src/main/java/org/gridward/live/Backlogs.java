package org.gridward.live;

import java.util.List;
import java.util.Optional;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.journal.JournalTail;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a resuming client has missed: usually from memory, else page by page. */
@Component
@OnServer
class Backlogs {

  private static final int PAGE = 500;

  private final Journal journal;
  private final JournalTail tail;
  private final Encoder encoder;
  private final LiveLimits limits;

  Backlogs(Journal journal, JournalTail tail, Encoder encoder, LiveLimits limits) {
    this.journal = journal;
    this.tail = tail;
    this.encoder = encoder;
    this.limits = limits;
  }

  /**
   * A part of what was missed.
   *
   * @param rest what is to be read next; null when that was all
   * @param reset too much was missed: the client must load the present state instead
   */
  record Page(List<EncodedEntry> entries, Subscription.@Nullable Backlog rest, boolean reset) {}

  Page read(Route route, Subscription.Backlog backlog) {
    if (!backlog.until().isAfter(backlog.after())) {
      return new Page(List.of(), null, false);
    }
    Optional<List<JournalEntry>> recent = tail.findRecentAfter(backlog.after());
    return recent.isPresent()
        ? readMemory(recent.get(), route, backlog)
        : readTable(route, backlog);
  }

  private Page readMemory(List<JournalEntry> recent, Route route, Subscription.Backlog backlog) {
    List<JournalEntry> missed =
        recent.stream()
            .filter(entry -> !entry.cursor().isAfter(backlog.until()) && route.carries(entry))
            .limit(PAGE)
            .toList();
    return page(missed, route, backlog, backlog.sent());
  }

  private Page readTable(Route route, Subscription.Backlog backlog) {
    @Nullable List<JournalEntry> missed =
        switch (route) {
          case Route.Incidents incidents ->
              journal.listAfter(backlog.after(), incidents.area(), PAGE);
          case Route.Wall wall -> journal.listAfter(backlog.after(), wall.area(), PAGE);
          case Route.ToWorker worker ->
              journal.listOfWorkerAfter(backlog.after(), worker.workerId(), PAGE);
          case Route.ToAll notices -> null;
          case Route.Positions positions -> null;
          case Route.Viewers viewers -> null;
        };
    int sent = backlog.sent() + (missed == null ? 0 : missed.size());
    return missed == null || sent > limits.maxBacklog()
        ? new Page(List.of(), null, true)
        : page(missed, route, backlog, sent);
  }

  private Page page(
      List<JournalEntry> missed, Route route, Subscription.Backlog backlog, int sent) {
    List<EncodedEntry> entries = select(missed, route, backlog.until());
    boolean all = missed.size() < PAGE || !backlog.until().isAfter(missed.getLast().cursor());
    return new Page(
        entries,
        all ? null : new Subscription.Backlog(missed.getLast().cursor(), backlog.until(), sent),
        false);
  }

  private List<EncodedEntry> select(List<JournalEntry> entries, Route route, Cursor until) {
    return entries.stream()
        .filter(entry -> !entry.cursor().isAfter(until) && route.carries(entry))
        .map(entry -> encoder.encode(entry, route))
        .toList();
  }
}
