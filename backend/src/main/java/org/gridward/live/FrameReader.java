package org.gridward.live;

import java.util.List;
import java.util.Optional;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.gridward.shared.OnServer;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what a client's frames ask for. */
@Component
@OnServer
class FrameReader {

  private static final List<String> VERSIONS = List.of("1.2", "1.1");

  private final Admission admission;
  private final Switchboard switchboard;
  private final Journal journal;
  private final LiveLimits limits;
  private final List<LiveCommand> commands;

  FrameReader(
      Admission admission,
      Switchboard switchboard,
      Journal journal,
      LiveLimits limits,
      List<LiveCommand> commands) {
    this.admission = admission;
    this.switchboard = switchboard;
    this.journal = journal;
    this.limits = limits;
    this.commands = commands;
  }

  /**
   * Does it, and sends the receipt that was asked for.
   *
   * @throws LiveRefusal when it may or can not be done
   * @throws Problem when what was sent is wrong
   */
  void read(LiveSession session, Inbound frame) {
    if (!session.connected()) {
      connect(session, frame);
      return;
    }
    switch (frame.command()) {
      case SUBSCRIBE -> subscribe(session, frame);
      case UNSUBSCRIBE -> unsubscribe(session, frame);
      case SEND -> send(session, frame);
      case DISCONNECT -> {}
      default ->
          throw LiveRefusal.fatal(
              frame.command()
                  + " is not used here; send SUBSCRIBE, UNSUBSCRIBE, SEND or DISCONNECT");
    }
    receipt(session, frame);
    if (frame.command() == org.springframework.messaging.simp.stomp.StompCommand.DISCONNECT) {
      session.close();
    }
  }

  private void connect(LiveSession session, Inbound frame) {
    switch (frame.command()) {
      case CONNECT, STOMP -> {}
      default -> throw LiveRefusal.fatal("send CONNECT before " + frame.command());
    }
    String accepted = frame.header("accept-version");
    String version =
        VERSIONS.stream()
            .filter(one -> accepted != null && List.of(accepted.split(",")).contains(one))
            .findFirst()
            .orElseThrow(
                () ->
                    LiveRefusal.fatal("accept-version (" + accepted + ") must contain 1.2 or 1.1"));
    session.setConnected(frame.promisesHeartbeats());
    session
        .outbox()
        .control(
            Frames.connected(version, session.caller().login(), limits.heartbeat().toMillis()));
  }

  private void subscribe(LiveSession session, Inbound frame) {
    String id = required(frame, "id");
    String name = required(frame, "destination");
    if (session.subscriptions().size() >= LiveLimits.MAX_SUBSCRIPTIONS) {
      throw LiveRefusal.of(
          "one connection holds at most " + LiveLimits.MAX_SUBSCRIPTIONS + " subscriptions");
    }
    Cursor after = cursor(frame);
    Destination asked = Destination.parse(name).orElseThrow(() -> unknown(name));
    Route route = admission.admit(session.caller(), asked).orElseThrow(() -> closed(name));
    Subscription subscription =
        new Subscription(session, id, name, asked, route, after == null ? Cursor.START : after);
    if (session.subscriptions().putIfAbsent(id, subscription) != null) {
      throw LiveRefusal.of("id (" + id + ") is subscribed already; use another");
    }
    register(subscription, after, frame.receipt());
    if (session.isClosed()) {
      switchboard.remove(subscription);
    }
  }

  /** The receipt goes out before the backlog, the backlog before what is new. */
  private void register(Subscription subscription, @Nullable Cursor after, @Nullable String wants) {
    Outbox outbox = subscription.session().outbox();
    Cursor until = switchboard.add(subscription);
    if (wants != null) {
      outbox.control(Frames.receipt(wants));
    }
    if (subscription.route() instanceof Route.Positions) {
      return;
    }
    if (subscription.route() instanceof Route.Viewers viewers) {
      switchboard.tellViewers(viewers);
      return;
    }
    boolean fromTheFuture = after != null && after.isAfter(until) && after.isAfter(journal.head());
    if (fromTheFuture) {
      // It was handed out by a database that has since been put back to an earlier state.
      outbox.control(Frames.message(subscription, 0, Encoder.RESET));
    }
    Cursor from = after == null || fromTheFuture ? until : after;
    outbox.backlog(subscription, new Subscription.Backlog(from, until, 0));
  }

  private void unsubscribe(LiveSession session, Inbound frame) {
    Subscription ended = session.subscriptions().remove(required(frame, "id"));
    if (ended != null) {
      switchboard.remove(ended);
      session.outbox().drop(ended);
    }
  }

  private void send(LiveSession session, Inbound frame) {
    String destination = required(frame, "destination");
    Optional<LiveCommand> command =
        commands.stream().filter(one -> one.destination().equals(destination)).findFirst();
    command.orElseThrow(() -> unknown(destination)).run(session.caller(), frame.body());
  }

  /** SUBSCRIBE has sent its own. */
  private static void receipt(LiveSession session, Inbound frame) {
    String wanted = frame.receipt();
    if (wanted != null
        && frame.command() != org.springframework.messaging.simp.stomp.StompCommand.SUBSCRIBE) {
      session.outbox().control(Frames.receipt(wanted));
    }
  }

  private static @Nullable Cursor cursor(Inbound frame) {
    String text = frame.header("cursor");
    return text == null || text.isBlank() ? null : Cursor.parse(text);
  }

  private static String required(Inbound frame, String name) {
    String value = frame.header(name);
    if (value == null || value.isBlank()) {
      throw LiveRefusal.of(frame.command() + " needs the header " + name);
    }
    return value;
  }

  private static LiveRefusal unknown(String destination) {
    return LiveRefusal.of("there is no destination " + destination);
  }

  private static LiveRefusal closed(String destination) {
    return LiveRefusal.of("you may not subscribe to " + destination);
  }
}
