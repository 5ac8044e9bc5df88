package org.gridward.rulebook.web;

import java.util.List;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.rulebook.DispatchRules;
import org.gridward.rulebook.Rulebook;
import org.gridward.rulebook.RulesRejected;
import org.gridward.rulebook.Tier;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The rules of dispatch: docs/api/rulebook.md. */
@RestController
class DispatchRulesController {

  private final Rulebook rulebook;

  DispatchRulesController(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  record RulesBody(
      @Nullable List<@Nullable Tier> ladder,
      @Nullable Integer nearbyLevelsUp,
      @Nullable Integer maxAttempts) {

    private static <T> T given(String field, @Nullable T value) {
      if (value == null) {
        throw new RulesRejected(field, field + " is missing");
      }
      return value;
    }

    List<Tier> tiers() {
      return given("ladder", ladder).stream().map(tier -> given("ladder", tier)).toList();
    }
  }

  @GetMapping("/api/dispatch-rules")
  DispatchRules current(Caller caller) {
    return rulebook.current();
  }

  @PutMapping("/api/dispatch-rules")
  DispatchRules publish(Caller caller, @RequestBody RulesBody rules) {
    caller.require(AreaPath.ROOT, Role.ADMINISTRATOR);
    return rulebook.publish(
        rules.tiers(),
        RulesBody.given("nearbyLevelsUp", rules.nearbyLevelsUp()),
        RulesBody.given("maxAttempts", rules.maxAttempts()),
        caller.actor());
  }
}
