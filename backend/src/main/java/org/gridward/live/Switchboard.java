package org.gridward.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridward.journal.Cursor;
import org.gridward.journal.JournalEntry;
import org.gridward.journal.JournalTail;
import org.gridward.journal.TailSubscription;
import org.gridward.shared.AreaPath;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries each new journal entry to the subscriptions that want it and touches no other: they are
 * kept by the area, worker or kind that they follow. Thread-safe.
 */
@Component
@OnServer
class Switchboard implements SmartLifecycle {

  private final JournalTail tail;
  private final Encoder encoder;
  private final Map<Route, Set<Subscription>> following = new HashMap<>();
  private Consumer<LiveSession> tooSlow = session -> {};
  private Cursor position = Cursor.START;
  private @Nullable TailSubscription feed;

  Switchboard(JournalTail tail, Encoder encoder) {
    this.tail = tail;
    this.encoder = encoder;
  }

  /** Called for a client that does not keep up; it must not wait. */
  void whenTooSlow(Consumer<LiveSession> reaction) {
    tooSlow = reaction;
  }

  /** From now on entries go to the subscription; returns the place after which they do. */
  synchronized Cursor add(Subscription subscription) {
    following.computeIfAbsent(subscription.route(), route -> new HashSet<>()).add(subscription);
    return position;
  }

  synchronized void remove(Subscription subscription) {
    following.computeIfPresent(
        subscription.route(),
        (route, all) -> all.remove(subscription) && all.isEmpty() ? null : all);
    if (subscription.route() instanceof Route.Viewers viewers) {
      tellViewers(viewers);
    }
  }

  /** Tells all who look at an incident who does. */
  synchronized void tellViewers(Route.Viewers viewers) {
    Set<Subscription> looking = following.getOrDefault(viewers, Set.of());
    if (!looking.isEmpty()) {
      broadcast(viewers, encoder.encode(Presence.of(looking)));
    }
  }

  synchronized void carry(List<JournalEntry> entries) {
    for (JournalEntry entry : entries) {
      offerTo(wanting(entry), encoder::encode, entry);
      offerTo(walls(entry), masked -> encoder.encode(Masked.of(masked)), entry);
      position = entry.cursor();
    }
  }

  /** One encoding for all of them, and none for nobody. */
  private void offerTo(
      List<Subscription> wanting,
      Function<JournalEntry, EncodedEntry> encoding,
      JournalEntry entry) {
    if (!wanting.isEmpty()) {
      EncodedEntry encoded = encoding.apply(entry);
      wanting.forEach(subscription -> offer(subscription, encoded));
    }
  }

  private List<Subscription> walls(JournalEntry entry) {
    return Destination.AreaIncidents.tellsOf(entry) && Masked.tellsOf(entry)
        ? following(entry.area(), Route.Wall::new)
        : List.of();
  }

  /** Those who follow the area or one above it. */
  private List<Subscription> following(AreaPath of, Function<AreaPath, Route> route) {
    List<Subscription> found = new ArrayList<>();
    for (AreaPath area = of; ; area = area.parent()) {
      found.addAll(following.getOrDefault(route.apply(area), Set.of()));
      if (area.isRoot()) {
        return found;
      }
    }
  }

  private List<Subscription> wanting(JournalEntry entry) {
    List<Subscription> found = new ArrayList<>();
    if (Destination.AreaIncidents.tellsOf(entry)) {
      found.addAll(following(entry.area(), Route.Incidents::new));
    }
    Long worker = entry.workerId();
    if (worker != null) {
      found.addAll(following.getOrDefault(new Route.ToWorker(worker), Set.of()));
    }
    if (Destination.Notices.tellsOf(entry)) {
      found.addAll(following.getOrDefault(new Route.ToAll(), Set.of()));
    }
    return found;
  }

  private void offer(Subscription subscription, EncodedEntry entry) {
    if (!subscription.session().outbox().offer(subscription, entry)) {
      tooSlow.accept(subscription.session());
    }
  }

  /** Sends a body that is not in the journal to all who follow {@code route}. */
  synchronized void broadcast(Route route, byte[] body) {
    for (Subscription subscription : List.copyOf(following.getOrDefault(route, Set.of()))) {
      if (!subscription.session().outbox().offerBody(subscription, body)) {
        tooSlow.accept(subscription.session());
      }
    }
  }

  /** The areas whose positions somebody follows. */
  synchronized List<AreaPath> positionAreas() {
    List<AreaPath> areas = new ArrayList<>();
    for (Route route : following.keySet()) {
      if (route instanceof Route.Positions(AreaPath area)) {
        areas.add(area);
      }
    }
    return areas;
  }

  @Override
  public synchronized void start() {
    position = tail.position();
    feed = tail.subscribe(position, this::carry);
  }

  @Override
  public synchronized void stop() {
    if (feed != null) {
      feed.close();
      feed = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return feed != null;
  }

  /** After the tail, before the web server. */
  @Override
  public int getPhase() {
    return -800;
  }
}
