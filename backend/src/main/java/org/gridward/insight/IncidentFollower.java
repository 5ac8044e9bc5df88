package org.gridward.insight;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridward.journal.JournalEntry;
import org.gridward.journal.JournalFollower;
import org.gridward.journal.JournalTail;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the incidents into memory beside the start of the server, and reads those again of which
 * the journal tells something.
 */
@Component
@OnServer
class IncidentFollower extends JournalFollower {

  private static final Logger LOG = LoggerFactory.getLogger(IncidentFollower.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final IncidentMemory memory;
  private @Nullable Thread loading;

  IncidentFollower(JournalTail tail, IncidentMemory memory) {
    super(tail, Set.of());
    this.memory = memory;
  }

  @Override
  protected void reload() {
    loading = Thread.ofVirtual().name("insight-load").start(this::load);
  }

  private void load() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        memory.load();
        return;
      } catch (RuntimeException e) {
        LOG.warn("The incidents cannot be read, trying again: {}", e.toString());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected boolean concerns(JournalEntry entry) {
    return entry.incidentId() != null;
  }

  @Override
  protected void follow(List<JournalEntry> entries) {
    Set<UUID> changed =
        entries.stream()
            .map(JournalEntry::incidentId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    memory.refresh(changed);
  }

  @PreDestroy
  void stopLoading() {
    Thread thread = loading;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
