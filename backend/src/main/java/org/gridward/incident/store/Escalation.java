package org.gridward.incident.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.gridward.incident.Keeping.Escalated;
import org.gridward.rulebook.EscalationRung;
import org.gridward.shared.AreaPath;

/** Whom an incident was escalated to, as it is stored. */
@Embeddable
record Escalation(
    String escalatedTo,
    @Enumerated(EnumType.STRING) EscalationRung.To escalatedRole,
    Integer escalatedRung) {

  static Escalation of(Escalated to) {
    return new Escalation(to.area().value(), to.role(), to.rung());
  }

  Escalated read() {
    return new Escalated(new AreaPath(escalatedTo), escalatedRole, escalatedRung);
  }
}
