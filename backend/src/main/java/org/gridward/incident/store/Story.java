package org.gridward.incident.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.gridward.incident.Channel;
import org.gridward.incident.Command;
import org.gridward.incident.CommandDetails;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.Stage;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/** The journal entries that incidents leave. Nothing personal goes into any of them. */
public final class Story {

  private Story() {}

  /** Payload of {@code incident.reported}. */
  record Reported(CompactIncident incident, Channel channel) {}

  /** Payload of every move. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Moved(
      CompactIncident incident,
      String command,
      Stage from,
      @Nullable String reason,
      @Nullable String note,
      @Nullable Integer rating,
      @Nullable List<UUID> attachments) {}

  /** The other one of two incidents that are one and the same. */
  record Other(UUID id, long number) {
    static Other of(CompactIncident other) {
      return new Other(other.id(), other.number());
    }
  }

  /** Payload of {@code incident.merged} and {@code incident.unmerged}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Merged(
      CompactIncident incident,
      String command,
      Stage from,
      Other survivor,
      @Nullable String reason) {}

  /** Payload of {@code incident.duplicate_added} and {@code incident.duplicate_removed}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Duplicate(CompactIncident incident, Other duplicate, @Nullable String reason) {}

  /** Payload of {@code incident.report_added}. */
  record ReportAdded(CompactIncident incident, Channel channel, UUID reportId) {}

  /** Payload of {@code incident.contact_read} and {@code incident.left}. */
  record Plain(CompactIncident incident) {}

  public static NewEntry reported(CompactIncident incident, Channel channel, Actor actor) {
    return entry("incident.reported", incident, actor, new Reported(incident, channel));
  }

  /** A move that needs no words. */
  public static NewEntry moved(Command command, Stage from, CompactIncident after, Actor actor) {
    return moved(command, from, after, actor, CommandDetails.NONE);
  }

  public static NewEntry moved(
      Command command, Stage from, CompactIncident after, Actor actor, CommandDetails details) {
    Moved payload =
        new Moved(
            after,
            command.code(),
            from,
            details.reason(),
            details.note(),
            details.rating(),
            details.attachments().isEmpty() ? null : details.attachments());
    return entry(command.kind(), after, actor, payload);
  }

  /** Tells those who watch {@code area} that the incident is not there any more. */
  public static NewEntry left(AreaPath area, CompactIncident after, Actor actor) {
    NewEntry entry = entry("incident.left", after, actor, new Plain(after));
    return new NewEntry(
        entry.kind(), area, entry.subject(), entry.incidentId(), null, actor, entry.payload());
  }

  /** In the duplicate's story. */
  static NewEntry merged(
      Command command,
      Stage from,
      CompactIncident duplicate,
      CompactIncident survivor,
      @Nullable String reason,
      Actor actor) {
    Merged payload = new Merged(duplicate, command.code(), from, Other.of(survivor), reason);
    return entry(command.kind(), duplicate, actor, payload);
  }

  /** In the survivor's story. */
  static NewEntry duplicates(
      Command command,
      CompactIncident survivor,
      CompactIncident duplicate,
      @Nullable String reason,
      Actor actor) {
    String kind =
        command == Command.MERGE ? "incident.duplicate_added" : "incident.duplicate_removed";
    return entry(kind, survivor, actor, new Duplicate(survivor, Other.of(duplicate), reason));
  }

  public static NewEntry reportAdded(
      CompactIncident incident, Channel channel, UUID reportId, Actor actor) {
    return entry(
        "incident.report_added", incident, actor, new ReportAdded(incident, channel, reportId));
  }

  public static NewEntry contactRead(CompactIncident incident, Actor actor) {
    return entry("incident.contact_read", incident, actor, new Plain(incident));
  }

  static NewEntry of(String kind, CompactIncident incident, Actor actor, Object payload) {
    return entry(kind, incident, actor, payload);
  }

  private static NewEntry entry(
      String kind, CompactIncident incident, Actor actor, Object payload) {
    return new NewEntry(
        kind,
        incident.areaPath(),
        new Subject("incident", incident.id().toString()),
        incident.id(),
        null,
        actor,
        payload);
  }
}
