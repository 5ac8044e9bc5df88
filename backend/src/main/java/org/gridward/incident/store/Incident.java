package org.gridward.incident.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.gridward.incident.Channel;
import org.gridward.incident.Command;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.FiledIncident;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Keeping.Escalated;
import org.gridward.incident.LifeCycle;
import org.gridward.incident.Placement;
import org.gridward.incident.Stage;
import org.gridward.incident.VersionConflict;
import org.gridward.incident.place.Addresses;
import org.gridward.incident.place.ResolvedPlace;
import org.gridward.rulebook.Category;
import org.gridward.rulebook.Severity;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * One incident and the rules of its moves. Made by intake's SQL, changed only here. Each method
 * checks that its move is legal and leaves everything untouched when it is not.
 */
@Entity
@Table(name = "incident")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Incident {

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  @Id private UUID id;

  @Column(insertable = false, updatable = false)
  private long number;

  private String categoryCode;
  private int categoryVersion;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  @Column(columnDefinition = "geometry(Point,4326)")
  private @Nullable Point location;

  private @Nullable String placeText;

  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "?::jsonb")
  private @Nullable String address;

  @Enumerated(EnumType.STRING)
  private Placement placement;

  private @Nullable Long cellId;
  private String areaPath;
  private String description;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private Instant reportedAt;
  private @Nullable Instant filedAt;
  private @Nullable Instant dueAt;
  private @Nullable Instant closedAt;
  private @Nullable Instant handledAt;
  private @Nullable String outcome;
  private @Nullable Integer rating;
  @Embedded private @Nullable Duplicity duplicity;
  private @Nullable Long keeper;
  @Embedded private @Nullable Escalation escalation;
  @Version private int version;

  protected Incident() {}

  /**
   * Passes when nobody has changed the incident since {@code expected} was read.
   *
   * @throws VersionConflict otherwise
   */
  void requireVersion(int expected) {
    if (expected != version) {
      throw new VersionConflict(expected, version, stage);
    }
  }

  /** Starts the time limit of its category. */
  void file(Category category, @Nullable Severity decided, Instant now) {
    move(Command.FILE);
    severity = decided == null ? severity : decided;
    startTimeLimit(category, now);
  }

  void reopen(Category category, Instant now) {
    move(Command.REOPEN);
    startTimeLimit(category, now);
    closedAt = null;
    handledAt = null;
    outcome = null;
    rating = null;
  }

  private void startTimeLimit(Category category, Instant now) {
    filedAt = now;
    dueAt = now.plus(category.handleWithin());
  }

  /** Ends it by CLOSE, SETTLE, DISMISS or MERGE. */
  void end(Command command, @Nullable String why, Instant now) {
    move(command);
    closedAt = now;
    handledAt = handledAt == null ? now : handledAt;
    outcome = why;
  }

  void merge(UUID survivor, @Nullable String why, Actor by, Instant now) {
    Stage before = stage;
    end(Command.MERGE, why, now);
    duplicity = new Duplicity(survivor, before, by.value());
  }

  /** An incident of its own again; answers whose duplicate it was. */
  UUID unmerge() {
    move(Command.UNMERGE);
    Duplicity was = Objects.requireNonNull(duplicity);
    stage = was.goesBackTo();
    duplicity = null;
    closedAt = null;
    handledAt = null;
    outcome = null;
    return was.duplicateOf();
  }

  void handOver(@Nullable Long userId) {
    move(Command.HAND_OVER);
    keeper = userId;
  }

  /** Null gives it back to its own area. Nobody in particular has it then. */
  void escalate(@Nullable Escalated to) {
    move(to == null ? Command.GIVE_BACK : Command.ESCALATE);
    escalation = to == null ? null : Escalation.of(to);
    keeper = null;
  }

  /** Takes {@code undone} back; a change of category leaves the stage as it is by now. */
  void restore(Memento before, Command undone) {
    severity = before.severity();
    categoryCode = before.categoryCode();
    categoryVersion = before.categoryVersion();
    dueAt = before.dueAt();
    if (undone != Command.RECATEGORISE) {
      stage = before.goesBackTo();
      filedAt = before.filedAt();
      closedAt = before.closedAt();
      handledAt = before.handledAt();
      outcome = before.outcome();
    }
  }

  void evaluate(int newRating) {
    move(Command.EVALUATE);
    rating = newRating;
  }

  /** A time limit that runs is measured anew from the same start. */
  void recategorise(Category category, Severity newSeverity) {
    move(Command.RECATEGORISE);
    categoryCode = category.code();
    categoryVersion = category.version();
    severity = newSeverity;
    if (filedAt != null) {
      dueAt = filedAt.plus(category.handleWithin());
    }
  }

  /** The words of the place before stay where the new place has none. */
  void locate(ResolvedPlace place) {
    move(Command.LOCATE);
    placement = place.placement();
    location = point(place.lon(), place.lat());
    cellId = place.cellId();
    areaPath = place.areaPath().value();
    placeText = place.text() == null ? placeText : place.text();
    address = Addresses.write(place.address());
  }

  /** The ground under it belongs to another cell now; the place itself stays. */
  void follow(long newCellId, AreaPath newArea) {
    move(Command.LOCATE);
    cellId = newCellId;
    areaPath = newArea.value();
  }

  /** Cells came to be where it lies; it was in none. */
  void comeInto(long newCellId, AreaPath newArea) {
    follow(newCellId, newArea);
    placement = Placement.IN_CELL;
  }

  boolean isOutside() {
    return placement == Placement.OUTSIDE;
  }

  private static @Nullable Point point(@Nullable Double lon, @Nullable Double lat) {
    return lon == null || lat == null ? null : WGS84.createPoint(new Coordinate(lon, lat));
  }

  /** A move that changes nothing but the stage, and with it whether anybody must still act. */
  void move(Command command, Instant now) {
    move(command);
    handledAt = stage == Stage.FED_BACK ? now : null;
  }

  private void move(Command command) {
    stage = LifeCycle.after(stage, command);
  }

  Stage stage() {
    return stage;
  }

  @Nullable Long keeper() {
    return keeper;
  }

  Severity severity() {
    return severity;
  }

  Placement placement() {
    return placement;
  }

  AreaPath areaPath() {
    return new AreaPath(areaPath);
  }

  String categoryCode() {
    return categoryCode;
  }

  int categoryVersion() {
    return categoryVersion;
  }

  CompactIncident compact() {
    return new CompactIncident(
        id,
        number,
        categoryCode,
        severity,
        stage,
        placement,
        location == null ? null : location.getX(),
        location == null ? null : location.getY(),
        cellId,
        areaPath(),
        placeText,
        Addresses.read(address),
        reportedAt,
        dueAt,
        version,
        keeper,
        escalation == null ? null : escalation.read(),
        null);
  }

  IncidentView view() {
    return new IncidentView(
        compact(),
        categoryVersion,
        description,
        channel,
        filedAt,
        closedAt,
        outcome,
        rating,
        duplicity == null ? null : duplicity.duplicateOf());
  }

  FiledIncident filed() {
    CompactIncident compact = compact();
    return new FiledIncident(
        id,
        compact.areaPath(),
        cellId,
        severity,
        categoryCode,
        categoryVersion,
        compact.lon(),
        compact.lat(),
        dueAt == null ? reportedAt : dueAt);
  }
}
