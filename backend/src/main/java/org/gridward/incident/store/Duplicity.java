package org.gridward.incident.store;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.gridward.incident.Stage;

/** Of which incident it is a duplicate, where it stood before, and who said so. */
@Embeddable
record Duplicity(UUID duplicateOf, @Enumerated(EnumType.STRING) Stage mergedFrom, String mergedBy) {

  /** Where it goes when it is no duplicate any more: whoever was sent has been called back. */
  Stage goesBackTo() {
    return mergedFrom == Stage.COLLECTED ? Stage.COLLECTED : Stage.FILED;
  }
}
