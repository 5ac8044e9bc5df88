package org.gridward.live;

import java.io.IOException;
import java.util.List;
import org.gridward.journal.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;

/** Writes everything that one client gets, in order, until it ends. */
final class Sender implements Runnable {

  private final LiveSession session;
  private final Backlogs backlogs;
  private final LiveMeters meters;
  private final Runnable whenEnded;
  private CloseStatus status = CloseStatus.NORMAL;
  private long number;

  Sender(LiveSession session, Backlogs backlogs, LiveMeters meters, Runnable whenEnded) {
    this.session = session;
    this.backlogs = backlogs;
    this.meters = meters;
    this.whenEnded = whenEnded;
  }

  @Override
  public void run() {
    try {
      Outbox.@Nullable Work work;
      while ((work = session.outbox().take()) != null) {
        send(work);
      }
    } catch (IOException | RuntimeException e) {
      status = CloseStatus.SESSION_NOT_RELIABLE;
      if (!session.isClosed()) {
        meters.cut();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      whenEnded.run();
      session.disconnect(status);
    }
  }

  private void send(Outbox.Work work) throws IOException {
    Subscription to = work.subscription();
    if (to == null) {
      session.write(String.join("", work.frames()));
    } else if (work.backlog() != null) {
      sendBacklog(to, work.backlog());
    } else {
      sendEntries(to, work.entries());
      for (byte[] body : work.bodies()) {
        session.write(Frames.message(to, ++number, body));
      }
    }
  }

  private void sendBacklog(Subscription to, Subscription.Backlog backlog) throws IOException {
    Backlogs.Page page = backlogs.read(to.route(), backlog);
    if (page.reset()) {
      session.write(Frames.message(to, ++number, Encoder.RESET));
    }
    if (!page.entries().isEmpty() || page.rest() == null) {
      Cursor place = page.rest() == null ? backlog.until() : page.rest().after();
      session.write(Frames.message(to, ++number, Encoder.frame(page.entries(), place)));
      meters.sent(page.entries().size());
    }
    session.outbox().backlog(to, page.rest());
  }

  private void sendEntries(Subscription to, List<EncodedEntry> entries) throws IOException {
    if (!entries.isEmpty()) {
      Cursor place = entries.getLast().cursor();
      session.write(Frames.message(to, ++number, Encoder.frame(entries, place)));
      meters.sent(entries.size());
    }
  }
}
