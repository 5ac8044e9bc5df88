package org.gridward.incident.photo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.gridward.shared.Actor;
import org.gridward.shared.Ids;
import org.springframework.stereotype.Service;

/** Takes photos in. They belong to their uploader until a report or a feedback names them. */
@Service
public class Photos {

  /** How long an uploaded photo may stay unused. */
  static final Duration UNUSED_LIFE = Duration.ofHours(24);

  private final PhotoReader reader;
  private final AttachmentTable table;
  private final Clock clock;

  Photos(PhotoReader reader, AttachmentTable table, Clock clock) {
    this.reader = reader;
    this.table = table;
    this.clock = clock;
  }

  /**
   * Keeps what the file shows, and nothing else of it.
   *
   * @throws PhotoRejected when it is no photo, damaged or too large
   */
  public Attachment upload(Actor uploader, byte[] file) {
    Photo photo = reader.read(file);
    Instant now = clock.instant();
    UUID id = Ids.newId(now);
    table.insert(id, uploader, photo, now);
    return new Attachment(
        id, null, uploader.value(), Purpose.REPORT, photo.width(), photo.height());
  }

  /** Drops what was uploaded more than a day ago and never used; how many. */
  public int dropUnused() {
    return table.deleteUnused(clock.instant().minus(UNUSED_LIFE));
  }
}
