package org.gridward.grid.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.gridward.gis.partition.Shares;
import org.gridward.grid.Area;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.grid.Weight;
import org.gridward.grid.partition.AreaEdits;
import org.gridward.grid.partition.AreaEdits.DivisionAnswer;
import org.gridward.grid.partition.AreaEdits.Order;
import org.gridward.grid.partition.DivisionWish;
import org.gridward.grid.partition.DivisionWish.Form;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Divides an area into cells: docs/api/grid.md. */
@RestController
class DivisionController {

  private static final int USUAL_DAYS = 365;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Areas areas;
  private final AreaEdits edits;
  private final Clock clock;

  DivisionController(Areas areas, AreaEdits edits, Clock clock) {
    this.areas = areas;
    this.edits = edits;
    this.clock = clock;
  }

  /**
   * @param metres for squares and hexagons
   * @param cells for a balanced division
   * @param weight what is shared out: incidents where left out
   * @param days how far back incidents count, from {@code until}
   */
  record DivideRequest(
      @NotNull Form form,
      @Nullable @DecimalMin("20") @DecimalMax("20000") Double metres,
      @Nullable @Min(2) @Max(2_000) Integer cells,
      @Nullable Weight weight,
      @Nullable @Min(1) @Max(3_660) Integer days,
      @Nullable Instant until,
      @Nullable Instant effectiveAt,
      @Nullable @Size(max = 100) String basis) {}

  record DivisionView(
      EditController.EditView edit, Instant until, @Nullable Shares today, Shares then) {}

  @PostMapping("/api/areas/{id}/divide")
  DivisionView divide(
      Caller caller, @PathVariable long id, @Valid @RequestBody DivideRequest body) {
    Area area = mine(areas, caller, id);
    Instant until = Objects.requireNonNullElseGet(body.until(), clock::instant);
    DivisionAnswer answer =
        edits.divide(
            area.id(),
            wish(body, until),
            new Order(body.effectiveAt(), body.basis(), caller.actor()));
    return new DivisionView(
        EditController.EditView.of(answer.edit()), until, answer.today(), answer.then());
  }

  /** An area that the caller administers. */
  static Area mine(Areas areas, Caller caller, long id) {
    Area area =
        areas
            .find(id)
            .filter(found -> caller.sees(found.path()))
            .orElseThrow(() -> new AreaUnknown(id));
    caller.require(Role.ADMINISTRATOR, area.path());
    return area;
  }

  static DivisionWish wish(DivideRequest body, Instant until) {
    boolean balanced = body.form() == Form.BALANCED;
    String missing = balanced ? "cells" : "metres";
    if (balanced ? body.cells() == null : body.metres() == null) {
      throw new Problem.Rejected(
          "value-missing",
          "%s needs '%s'".formatted(body.form(), missing),
          Map.of("field", missing));
    }
    if (until.isBefore(EARLIEST) || until.isAfter(LATEST)) {
      throw new Problem.Rejected(
          "out-of-range",
          "until (%s) is no time of ours".formatted(until),
          Map.of("field", "until"));
    }
    int days = Objects.requireNonNullElse(body.days(), USUAL_DAYS);
    return new DivisionWish(
        body.form(),
        body.metres(),
        body.cells(),
        Objects.requireNonNullElse(body.weight(), Weight.INCIDENTS),
        until.minus(Duration.ofDays(days)),
        until);
  }
}
