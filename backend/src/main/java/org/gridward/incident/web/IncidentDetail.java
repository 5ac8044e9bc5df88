package org.gridward.incident.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.incident.Channel;
import org.gridward.incident.Stage;
import org.gridward.incident.WaysBack.WayBack;
import org.gridward.incident.photo.Attachment;
import org.gridward.incident.photo.Purpose;
import org.gridward.incident.store.ReportRows.ReportView;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one incident, with what this caller may do to it.
 *
 * @param undo what this caller can take back; null is nothing
 */
record IncidentDetail(
    @JsonUnwrapped IncidentItem item,
    int categoryVersion,
    Channel channel,
    @Nullable Instant filedAt,
    @Nullable Instant closedAt,
    @Nullable String outcome,
    @Nullable Integer rating,
    @Nullable OtherView duplicateOf,
    List<ReportView> reports,
    List<PhotoView> attachments,
    List<String> allowed,
    @Nullable CellView cell,
    @Nullable WayBack undo) {

  record PhotoView(UUID id, Purpose purpose, int width, int height) {
    static PhotoView of(Attachment attachment) {
      return new PhotoView(
          attachment.id(), attachment.purpose(), attachment.width(), attachment.height());
    }
  }

  /** Another incident. */
  record OtherView(UUID id, long number, Stage stage) {}

  record CellView(long id, String code, Map<String, String> names) {}
}
