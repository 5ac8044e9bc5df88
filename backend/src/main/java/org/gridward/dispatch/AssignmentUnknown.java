package org.gridward.dispatch;

import java.util.Map;
import java.util.UUID;
import org.gridward.shared.Problem;

/** The caller has no assignment with this id; others' assignments are told of in the same words. */
public final class AssignmentUnknown extends Problem.NotFound {
  AssignmentUnknown(UUID id) {
    super("assignment-unknown", "you have no assignment " + id, Map.of("assignment", id));
  }
}
