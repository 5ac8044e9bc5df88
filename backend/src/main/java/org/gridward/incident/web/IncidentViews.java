package org.gridward.incident.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridward.grid.Areas;
import org.gridward.identity.ActorNames;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.incident.Assignee;
import org.gridward.incident.Assignees;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.incident.WaysBack;
import org.gridward.incident.WaysBack.WayBack;
import org.gridward.incident.photo.AttachmentTable;
import org.gridward.incident.store.ReportRows;
import org.gridward.incident.web.IncidentDetail.CellView;
import org.gridward.incident.web.IncidentDetail.OtherView;
import org.gridward.incident.web.IncidentDetail.PhotoView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what callers are shown. */
@Component
class IncidentViews {

  private final Incidents incidents;
  private final ObjectProvider<Assignees> assignees;
  private final ObjectProvider<WaysBack> waysBack;
  private final ReportRows reports;
  private final AttachmentTable attachments;
  private final Areas areas;
  private final ActorNames names;

  IncidentViews(
      Incidents incidents,
      ObjectProvider<Assignees> assignees,
      ObjectProvider<WaysBack> waysBack,
      ReportRows reports,
      AttachmentTable attachments,
      Areas areas,
      ActorNames names) {
    this.incidents = incidents;
    this.assignees = assignees;
    this.waysBack = waysBack;
    this.reports = reports;
    this.attachments = attachments;
    this.areas = areas;
    this.names = names;
  }

  List<IncidentItem> items(List<IncidentView> views) {
    Map<UUID, Assignee> holders = holders(views.stream().map(IncidentView::id).toList());
    Map<Long, String> keepers =
        names.ofUsers(
            views.stream().map(v -> v.compact().keeper()).filter(Objects::nonNull).toList());
    return views.stream()
        .map(
            view ->
                IncidentItem.of(
                    view,
                    holders.get(view.id()),
                    view.compact().keeper() == null ? null : keepers.get(view.compact().keeper())))
        .toList();
  }

  private Map<UUID, Assignee> holders(List<UUID> ids) {
    Assignees source = assignees.getIfAvailable();
    return source == null || ids.isEmpty() ? Map.of() : source.listActive(ids);
  }

  IncidentDetail detail(IncidentView view, Caller caller) {
    return new IncidentDetail(
        items(List.of(view)).getFirst(),
        view.categoryVersion(),
        view.channel(),
        view.filedAt(),
        view.closedAt(),
        view.outcome(),
        view.rating(),
        survivor(view),
        reports.listOfIncident(view.id()),
        attachments.listOfIncident(view.id()).stream().map(PhotoView::of).toList(),
        Permissions.listAllowed(caller, view),
        cell(view.compact().cellId()),
        wayBack(view, caller));
  }

  private @Nullable OtherView survivor(IncidentView view) {
    UUID id = view.duplicateOf();
    return id == null
        ? null
        : incidents
            .find(id)
            .map(one -> new OtherView(id, one.compact().number(), one.stage()))
            .orElse(null);
  }

  private @Nullable WayBack wayBack(IncidentView view, Caller caller) {
    WaysBack source = waysBack.getIfAvailable();
    return source == null || !caller.may(Role.OPERATOR, view.areaPath())
        ? null
        : source.find(view.id(), caller.actor()).orElse(null);
  }

  private @Nullable CellView cell(@Nullable Long cellId) {
    return cellId == null
        ? null
        : areas
            .find(cellId)
            .map(cell -> new CellView(cell.id(), cell.code(), cell.names()))
            .orElse(null);
  }
}
