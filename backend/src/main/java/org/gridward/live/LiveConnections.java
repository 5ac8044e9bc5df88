package org.gridward.live;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridward.shared.OnServer;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/** All clients that are connected to this process. Thread-safe. */
@Component
@OnServer
class LiveConnections {

  private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();
  private final Switchboard switchboard;
  private final Backlogs backlogs;
  private final LiveMeters meters;

  LiveConnections(Switchboard switchboard, Backlogs backlogs, LiveMeters meters) {
    this.switchboard = switchboard;
    this.backlogs = backlogs;
    this.meters = meters;
    meters.sessions(sessions::size);
    switchboard.whenTooSlow(this::cut);
  }

  Collection<LiveSession> all() {
    return sessions.values();
  }

  void open(LiveSession session) {
    sessions.put(session.id(), session);
    Thread.ofVirtual()
        .name("live-sender")
        .start(new Sender(session, backlogs, meters, () -> end(session)));
  }

  /** The last frame the client gets, after which the connection ends. */
  void endWith(LiveSession session, String lastFrame) {
    session.outbox().control(lastFrame);
    end(session);
  }

  /** Ends it, also one that has said goodbye; nothing happens when it is forgotten already. */
  void end(LiveSession session) {
    session.close();
    forget(session);
  }

  /** Takes down a client that does not keep up; it resumes by its cursor. */
  void cut(LiveSession session) {
    if (session.close()) {
      meters.cut();
      forget(session);
      session.disconnect(CloseStatus.SESSION_NOT_RELIABLE);
    }
  }

  private void forget(LiveSession session) {
    if (sessions.remove(session.id()) != null) {
      session.subscribed().forEach(switchboard::remove);
    }
  }
}
