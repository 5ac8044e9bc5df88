package org.gridward.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Asks whether web sessions still stand. An open connection counts as using one. */
@Component
class WebSessions {

  private static final Duration TOUCH_AFTER = Duration.ofMinutes(5);

  private final ObjectProvider<SessionRepository<? extends Session>> repository;
  private final Clock clock;

  WebSessions(ObjectProvider<SessionRepository<? extends Session>> repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  boolean stands(String id) {
    SessionRepository<? extends Session> sessions = repository.getIfAvailable();
    return sessions == null || touch(sessions, id);
  }

  private <S extends Session> boolean touch(SessionRepository<S> sessions, String id) {
    S session = sessions.findById(id);
    if (session == null || session.isExpired()) {
      return false;
    }
    Instant now = clock.instant();
    if (session.getLastAccessedTime().isBefore(now.minus(TOUCH_AFTER))) {
      session.setLastAccessedTime(now);
      sessions.save(session);
    }
    return true;
  }
}
