package org.gridward.grid.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridward.grid.Area;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.grid.partition.AreaChange;
import org.gridward.grid.partition.AreaEdits;
import org.gridward.grid.partition.AreaEdits.Answer;
import org.gridward.grid.partition.AreaEdits.Order;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Edits of the division: docs/api/grid.md. */
@RestController
class EditController {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Areas areas;
  private final AreaEdits edits;

  EditController(Areas areas, AreaEdits edits) {
    this.areas = areas;
    this.edits = edits;
  }

  /**
   * @param line longitude, latitude
   */
  record SplitRequest(
      @NotNull @Size(min = 2, max = 5_000)
          List<@NotNull @Size(min = 2, max = 2) List<@NotNull Double>> line,
      @Nullable Instant effectiveAt,
      @Nullable @Size(max = 100) String basis) {}

  record MergeRequest(
      @NotEmpty @Size(max = 50) List<@NotNull Long> others,
      @Nullable Instant effectiveAt,
      @Nullable @Size(max = 100) String basis) {}

  record ReshapeRequest(
      @NotNull Long other,
      @NotNull @Size(min = 2, max = 5_000)
          List<@NotNull @Size(min = 2, max = 2) List<@NotNull Double>> line,
      @Nullable Instant effectiveAt,
      @Nullable @Size(max = 100) String basis) {}

  /**
   * @param level of the areas below; where left out, that of those directly below
   * @param key of one fault; all where left out
   */
  record RepairRequest(
      @Nullable @Size(max = 40) String level,
      @Nullable @Size(max = 100) String key,
      @Nullable Instant effectiveAt,
      @Nullable @Size(max = 100) String basis) {}

  record ChangeView(
      @Nullable Long id,
      String code,
      String change,
      @Nullable Double squareMetres,
      double gainedSquareMetres,
      @Nullable Geometry boundary) {

    static ChangeView of(AreaChange change) {
      return new ChangeView(
          change.areaId(),
          change.code(),
          change.kind().name().toLowerCase(Locale.ROOT),
          change.squareMetres(),
          change.gainedSquareMetres(),
          change.shape());
    }
  }

  record EditView(
      @Nullable Long edit,
      @Nullable Long planned,
      boolean undoable,
      String basis,
      List<ChangeView> changes) {
    static EditView of(Answer answer) {
      return new EditView(
          answer.edit(),
          answer.planned(),
          answer.undoable(),
          answer.basis(),
          answer.changes().stream().map(ChangeView::of).toList());
    }
  }

  @PostMapping("/api/areas/{id}/split")
  EditView split(Caller caller, @PathVariable long id, @Valid @RequestBody SplitRequest body) {
    requireAdministrator(caller, id);
    Order order = new Order(body.effectiveAt(), body.basis(), caller.actor());
    return EditView.of(edits.split(id, line(body.line()), order));
  }

  @PostMapping("/api/areas/{id}/merge")
  EditView merge(Caller caller, @PathVariable long id, @Valid @RequestBody MergeRequest body) {
    List<Long> all = new ArrayList<>(List.of(id));
    all.addAll(body.others());
    all.forEach(one -> requireAdministrator(caller, one));
    return EditView.of(
        edits.merge(all, new Order(body.effectiveAt(), body.basis(), caller.actor())));
  }

  @PostMapping("/api/areas/{id}/reshape")
  EditView reshape(Caller caller, @PathVariable long id, @Valid @RequestBody ReshapeRequest body) {
    requireAdministrator(caller, id);
    requireAdministrator(caller, body.other());
    Order order = new Order(body.effectiveAt(), body.basis(), caller.actor());
    return EditView.of(edits.reshape(id, body.other(), line(body.line()), order));
  }

  @PostMapping("/api/areas/{id}/repairs")
  EditView repair(Caller caller, @PathVariable long id, @Valid @RequestBody RepairRequest body) {
    Area below = id == FaultController.EVERYTHING ? null : seen(caller, id);
    caller.require(Role.ADMINISTRATOR, below == null ? AreaPath.ROOT : below.path());
    Order order = new Order(body.effectiveAt(), body.basis(), caller.actor());
    return EditView.of(edits.repair(below, level(id, body.level()), body.key(), order));
  }

  private String level(long id, @Nullable String named) {
    if (named != null) {
      return named;
    }
    return areas.listChildren(id == FaultController.EVERYTHING ? null : id).stream()
        .map(Area::type)
        .findFirst()
        .orElseThrow(
            () ->
                new Problem.Rejected(
                    "nothing-to-repair", "area %d has no parts".formatted(id), Map.of()));
  }

  @PostMapping("/api/area-edits/{id}/undo")
  EditView undo(Caller caller, @PathVariable long id) {
    AreaPath under = edits.placeOf(id);
    if (!caller.sees(under)) {
      throw new Problem.NotFound("edit-unknown", "there is no edit " + id, Map.of("edit", id));
    }
    caller.require(Role.ADMINISTRATOR, under);
    return EditView.of(edits.undo(id, caller.actor()));
  }

  /** An edit changes what stands beside the area too: rights are needed for what it stands in. */
  private void requireAdministrator(Caller caller, long id) {
    caller.require(Role.ADMINISTRATOR, seen(caller, id).path().parent());
  }

  private Area seen(Caller caller, long id) {
    return areas
        .find(id)
        .filter(found -> caller.sees(found.path()))
        .orElseThrow(() -> new AreaUnknown(id));
  }

  private static LineString line(List<List<Double>> points) {
    Coordinate[] line = new Coordinate[points.size()];
    for (int i = 0; i < line.length; i++) {
      double lon = points.get(i).get(0);
      double lat = points.get(i).get(1);
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
        throw new Problem.Rejected(
            "out-of-range",
            "(%s, %s) is not a longitude and latitude".formatted(lon, lat),
            Map.of("field", "line[" + i + "]"));
      }
      line[i] = new Coordinate(lon, lat);
    }
    return GEOMETRIES.createLineString(line);
  }
}
