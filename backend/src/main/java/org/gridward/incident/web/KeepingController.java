package org.gridward.incident.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.identity.Colleagues;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Keeping;
import org.gridward.incident.Keeping.Escalated;
import org.gridward.incident.Keeping.Order;
import org.gridward.incident.NotEscalated;
import org.gridward.incident.ReportRejected;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands cases over to colleagues and up to those above: docs/api/desk.md. */
@RestController
@RequestMapping("/api/incidents/{id}")
class KeepingController {

  private final Keeping keeping;
  private final Colleagues colleagues;
  private final IncidentViews views;
  private final Sight sight;
  private final Areas areas;

  KeepingController(
      Keeping keeping, Colleagues colleagues, IncidentViews views, Sight sight, Areas areas) {
    this.keeping = keeping;
    this.colleagues = colleagues;
    this.views = views;
    this.sight = sight;
    this.areas = areas;
  }

  record PersonView(long userId, String name) {}

  /**
   * Whom it would be escalated to.
   *
   * @param areaId 0 is the whole installation
   */
  record AboveView(
      long areaId, @Nullable Map<String, String> areaNames, Role role, List<PersonView> people) {}

  /**
   * Who else could take it.
   *
   * @param above null where there is nobody further up
   */
  record Choice(List<PersonView> items, @Nullable AboveView above) {}

  @GetMapping("/colleagues")
  Choice listColleagues(@PathVariable UUID id, Caller caller) {
    IncidentView incident = forOperator(id, caller);
    List<PersonView> operators =
        people(colleagues.list(Role.OPERATOR, incident.areaPath()), caller);
    Escalated above = findAbove(incident, caller);
    return new Choice(operators, above == null ? null : view(above, caller));
  }

  private AboveView view(Escalated above, Caller caller) {
    Role role = Role.valueOf(above.role().name());
    long areaId = above.area().isRoot() ? 0 : above.area().ids().getLast();
    return new AboveView(
        areaId,
        areas.find(areaId).map(Area::names).orElse(null),
        role,
        people(colleagues.list(role, above.area()), caller));
  }

  private static List<PersonView> people(List<User> users, Caller caller) {
    return users.stream()
        .filter(user -> user.id() != caller.userId())
        .map(user -> new PersonView(user.id(), user.name()))
        .toList();
  }

  /** The lowest rung with others than those whose business it is now. */
  private @Nullable Escalated findAbove(IncidentView incident, Caller caller) {
    Escalated now = incident.compact().escalated();
    Set<Long> asked = now == null ? holders(Role.OPERATOR, incident.areaPath()) : holders(now);
    for (Escalated rung : keeping.listRungsAbove(incident)) {
      Set<Long> holders = holders(rung);
      if (!holders.equals(asked) && holders.stream().anyMatch(id -> id != caller.userId())) {
        return rung;
      }
    }
    return null;
  }

  private Set<Long> holders(Escalated to) {
    return holders(Role.valueOf(to.role().name()), to.area());
  }

  private Set<Long> holders(Role role, AreaPath area) {
    return colleagues.list(role, area).stream().map(User::id).collect(Collectors.toSet());
  }

  /**
   * Whom to give it to.
   *
   * @param to a user's id; null gives it to nobody in particular
   */
  record HandOverRequest(@Nullable Long to, @Nullable Integer version, @Nullable String note) {}

  @PostMapping("/hand-over")
  IncidentDetail handOver(@PathVariable UUID id, @RequestBody HandOverRequest body, Caller caller) {
    IncidentView incident = forOperator(id, caller);
    Long to = body.to();
    if (to != null) {
      requireOperator(to, incident.areaPath());
    }
    if (to != null && to != caller.userId() && blank(body.note())) {
      throw ReportRejected.missing("note", "say what the other one should know");
    }
    Order order = order(body.version(), body.note(), caller);
    return views.detail(Attempts.of(() -> keeping.handOver(id, to, order)), caller);
  }

  private void requireOperator(long userId, AreaPath area) {
    if (colleagues.list(Role.OPERATOR, area).stream().noneMatch(user -> user.id() == userId)) {
      throw new Problem.Rejected(
          "not-an-operator-here",
          "user %d is no operator of the case's area; choose a colleague".formatted(userId),
          Map.of("to", userId));
    }
  }

  record NoteRequest(@Nullable Integer version, @Nullable String note) {}

  @PostMapping("/escalate")
  IncidentDetail escalate(@PathVariable UUID id, @RequestBody NoteRequest body, Caller caller) {
    IncidentView incident = forOperator(id, caller);
    if (blank(body.note())) {
      throw ReportRejected.missing("note", "say why, so that others understand");
    }
    Order order = order(body.version(), body.note(), caller);
    Escalated above = findAbove(incident, caller);
    if (above == null) {
      throw NotEscalated.further(incident.compact().number());
    }
    return views.detail(Attempts.of(() -> keeping.escalate(id, above, order)), caller);
  }

  @PostMapping("/give-back")
  IncidentDetail giveBack(@PathVariable UUID id, @RequestBody NoteRequest body, Caller caller) {
    IncidentView incident = sight.get(id, caller);
    caller.require(incident.areaPath(), Role.OPERATOR, Role.LEADER);
    Order order = order(body.version(), body.note(), caller);
    return views.detail(Attempts.of(() -> keeping.giveBack(id, order)), caller);
  }

  private IncidentView forOperator(UUID id, Caller caller) {
    IncidentView incident = sight.get(id, caller);
    caller.require(Role.OPERATOR, incident.areaPath());
    return incident;
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static Order order(@Nullable Integer version, @Nullable String note, Caller caller) {
    if (version == null) {
      throw ReportRejected.missing("version", "send the version that you decided on");
    }
    return new Order(version, note, caller.actor());
  }
}
