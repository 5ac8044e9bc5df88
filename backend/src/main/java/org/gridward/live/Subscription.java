package org.gridward.live;

import java.util.ArrayList;
import java.util.List;
import org.gridward.journal.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A client's place in the stream of one destination. Its mutable parts belong to its session and
 * are guarded by it.
 */
final class Subscription {

  private final LiveSession session;
  private final String id;
  private final String destination;
  private final Destination asked;
  private final Route route;
  private final Cursor floor;
  private List<EncodedEntry> pending = new ArrayList<>();
  private List<byte[]> bodies = new ArrayList<>();
  private @Nullable Backlog backlog;

  /**
   * A subscription that gets nothing yet.
   *
   * @param floor the client has everything up to here already
   */
  Subscription(
      LiveSession session,
      String id,
      String destination,
      Destination asked,
      Route route,
      Cursor floor) {
    this.session = session;
    this.id = id;
    this.destination = destination;
    this.asked = asked;
    this.route = route;
    this.floor = floor;
  }

  /**
   * What must be sent before what is pending.
   *
   * @param after the last place the client has
   * @param until the place after which entries are pending
   * @param sent entries sent so far
   */
  record Backlog(Cursor after, Cursor until, int sent) {}

  LiveSession session() {
    return session;
  }

  String id() {
    return id;
  }

  String escapedId() {
    return Frames.escape(id);
  }

  String destination() {
    return destination;
  }

  Destination asked() {
    return asked;
  }

  Route route() {
    return route;
  }

  boolean has(EncodedEntry entry) {
    return !entry.cursor().isAfter(floor);
  }

  void add(EncodedEntry entry) {
    pending.add(entry);
  }

  List<EncodedEntry> takePending() {
    List<EncodedEntry> taken = pending;
    pending = new ArrayList<>();
    return taken;
  }

  /** A whole body that comes from elsewhere than the journal. */
  void addBody(byte[] body) {
    bodies.add(body);
  }

  List<byte[]> takeBodies() {
    List<byte[]> taken = bodies;
    bodies = new ArrayList<>();
    return taken;
  }

  @Nullable Backlog backlog() {
    return backlog;
  }

  void setBacklog(@Nullable Backlog backlog) {
    this.backlog = backlog;
  }
}
