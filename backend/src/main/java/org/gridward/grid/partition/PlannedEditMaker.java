package org.gridward.grid.partition;

import org.gridward.grid.store.WritersLock;
import org.gridward.shared.Actor;
import org.gridward.shared.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a planned edit when its day has come, in the name of whoever planned it. */
@Component
class PlannedEditMaker {

  private final PlannedEdits planned;
  private final PlannedEditTable table;
  private final AreaEdits edits;
  private final WritersLock writers;
  private final TransactionTemplate work;

  PlannedEditMaker(
      PlannedEdits planned,
      PlannedEditTable table,
      AreaEdits edits,
      WritersLock writers,
      TransactionTemplate work) {
    this.planned = planned;
    this.table = table;
    this.edits = edits;
    this.writers = writers;
    this.work = work;
  }

  /** Once only; what cannot be made any more stays, with the reason. */
  void make(long id) {
    try {
      work.executeWithoutResult(_ -> tryTo(id));
    } catch (Problem problem) {
      work.executeWithoutResult(_ -> refuse(id, problem));
    }
  }

  private void tryTo(long id) {
    writers.take();
    PlannedEdit edit = table.find(id).filter(one -> one.refused() == null).orElse(null);
    if (edit == null) {
      return; // cancelled
    }
    PlannedEdits.requireCurrent(edit);
    edits.makePlanned(table.plan(edit), edit.effectiveAt(), new Actor(edit.actor()));
    table.delete(id);
    planned.tell(edit, "made", Actor.SYSTEM);
  }

  private void refuse(long id, Problem problem) {
    table
        .find(id)
        .ifPresent(
            edit -> {
              table.refuse(id, problem.code());
              planned.tell(edit, "refused", Actor.SYSTEM);
            });
  }
}
