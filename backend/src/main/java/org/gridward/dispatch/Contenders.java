package org.gridward.dispatch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridward.incident.CompactIncident;
import org.gridward.rulebook.DispatchRules;
import org.gridward.rulebook.Tier;
import org.gridward.shared.AreaPath;
import org.gridward.workforce.ResponsibilityRank;
import org.gridward.workforce.Responsible;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.springframework.stereotype.Component;

/** Who comes into question for an incident, from memory: no query. */
@Component
class Contenders {

  private final Workforce workforce;

  Contenders(Workforce workforce) {
    this.workforce = workforce;
  }

  /**
   * Those who answer for the incident's cell, on duty or not, and those on duty nearby. Nobody
   * twice: who answers for the cell is not listed as nearby, unless the ladder asks only those
   * nearby.
   */
  List<Contender> list(CompactIncident incident, DispatchRules rules) {
    Long cell = incident.cellId();
    if (cell == null) {
      return List.of();
    }
    List<Contender> contenders = new ArrayList<>();
    Set<Long> known = new HashSet<>();
    addResponsible(cell, rules.ladder(), contenders, known);
    if (rules.ladder().contains(Tier.NEARBY)) {
      for (Worker worker : workforce.listOnDuty(nearby(incident.areaPath(), rules))) {
        if (known.add(worker.id())) {
          contenders.add(new Contender(worker, Tier.NEARBY, 0));
        }
      }
    }
    return contenders;
  }

  private void addResponsible(
      long cell, List<Tier> ladder, List<Contender> contenders, Set<Long> known) {
    int place = 0;
    for (Responsible one : workforce.listResponsible(cell)) {
      Tier tier = one.rank() == ResponsibilityRank.MAIN ? Tier.MAIN : Tier.BACKUP;
      if (ladder.contains(tier) && known.add(one.worker().id())) {
        contenders.add(new Contender(one.worker(), tier, tier == Tier.MAIN ? 0 : place++));
      }
    }
  }

  /** The area whose workers are near a cell: so many levels above it. */
  static AreaPath nearby(AreaPath cell, DispatchRules rules) {
    AreaPath area = cell;
    for (int level = 0; level < rules.nearbyLevelsUp(); level++) {
      area = area.parent();
    }
    return area;
  }
}
