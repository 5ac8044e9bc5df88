package org.gridward.incident.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridward.incident.Channel;
import org.gridward.incident.IncidentView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads reports by SQL, without their contacts. */
@Repository
public class ReportRows {

  /** One person's telling of an incident; {@code hasContact} says that there is one to ask for. */
  public record ReportView(
      UUID id,
      UUID incidentId,
      Channel channel,
      Instant receivedAt,
      String description,
      boolean hasContact,
      @Nullable String externalId) {}

  private final JdbcClient jdbc;
  private final IncidentRows incidents;

  ReportRows(JdbcClient jdbc, IncidentRows incidents) {
    this.jdbc = jdbc;
    this.incidents = incidents;
  }

  /** Stores it; false when it was there already. */
  public boolean add(
      UUID id,
      UUID incidentId,
      Channel channel,
      String description,
      byte @Nullable [] contact,
      Instant receivedAt) {
    return jdbc.sql(
                """
                insert into report (id, incident_id, channel, description, contact, received_at)
                values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """)
            .params(id, incidentId, channel.name(), description)
            .param(contact)
            .param(receivedAt.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** With those of its duplicates, in the order they came in. */
  public List<ReportView> listOfIncident(UUID incidentId) {
    return jdbc.sql(
            DuplicateRows.FAMILY
                + """
                select id, incident_id, channel, received_at, description,
                       contact is not null as has_contact, external_id
                from report join family on incident_id = member order by received_at, id
                """)
        .param(incidentId)
        .query(
            (row, n) ->
                new ReportView(
                    row.getObject("id", UUID.class),
                    row.getObject("incident_id", UUID.class),
                    Channel.valueOf(row.getString("channel")),
                    row.getObject("received_at", OffsetDateTime.class).toInstant(),
                    row.getString("description"),
                    row.getBoolean("has_contact"),
                    row.getString("external_id")))
        .list();
  }

  /** The incident of the report with this tracking digest; never its survivor. */
  public Optional<IncidentView> findTracked(byte[] trackingDigest) {
    return jdbc.sql("select incident_id from report where tracking_digest = ?")
        .param(trackingDigest)
        .query(UUID.class)
        .optional()
        .flatMap(incidents::find);
  }
}
