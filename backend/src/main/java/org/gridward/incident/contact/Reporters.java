package org.gridward.incident.contact;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.Contact;
import org.gridward.incident.store.DuplicateRows;
import org.gridward.incident.store.Story;
import org.gridward.journal.Journal;
import org.gridward.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the contacts of reporters. Every reading is a fact in the journal. */
@Service
public class Reporters {

  /** The reporter of one report. */
  public record Reporter(UUID reportId, Instant receivedAt, Contact contact) {}

  private final JdbcClient jdbc;
  private final ContactCipher cipher;
  private final Journal journal;

  Reporters(JdbcClient jdbc, ContactCipher cipher, Journal journal) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.journal = journal;
  }

  /**
   * Those of the incident's and its duplicates' reporters who left a contact; journalled also when
   * there are none.
   */
  @Transactional
  public List<Reporter> read(CompactIncident incident, Actor reader) {
    journal.append(Story.contactRead(incident, reader));
    return jdbc.sql(
            DuplicateRows.FAMILY
                + """
                select id, received_at, contact from report join family on incident_id = member
                where contact is not null order by received_at, id
                """)
        .param(incident.id())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Reporter(
                  id,
                  row.getObject("received_at", OffsetDateTime.class).toInstant(),
                  cipher.decrypt(id, row.getBytes("contact")));
            })
        .list();
  }
}
