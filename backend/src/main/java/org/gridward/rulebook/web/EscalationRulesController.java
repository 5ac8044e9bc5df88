package org.gridward.rulebook.web;

import java.util.List;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.rulebook.EscalationLadder;
import org.gridward.rulebook.EscalationRejected;
import org.gridward.rulebook.EscalationRules;
import org.gridward.rulebook.EscalationRung;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whom cases are escalated to: docs/api/rulebook.md. */
@RestController
class EscalationRulesController {

  private final EscalationLadder ladder;

  EscalationRulesController(EscalationLadder ladder) {
    this.ladder = ladder;
  }

  record RungBody(@Nullable Integer levelsUp, EscalationRung.@Nullable To role) {
    EscalationRung rung() {
      return new EscalationRung(given("levelsUp", levelsUp), given("role", role));
    }
  }

  record RulesBody(@Nullable List<@Nullable RungBody> rungs, @Nullable Integer version) {
    List<EscalationRung> listRungs() {
      return given("rungs", rungs).stream().map(rung -> given("rungs", rung).rung()).toList();
    }
  }

  @GetMapping("/api/escalation-rules")
  EscalationRules current(Caller caller) {
    return ladder.current();
  }

  @PutMapping("/api/escalation-rules")
  EscalationRules publish(Caller caller, @RequestBody RulesBody rules) {
    caller.require(AreaPath.ROOT, Role.ADMINISTRATOR);
    return ladder.publish(rules.listRungs(), given("version", rules.version()), caller.actor());
  }

  private static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw new EscalationRejected(field, field + " is missing");
    }
    return value;
  }
}
