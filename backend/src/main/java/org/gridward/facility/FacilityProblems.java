package org.gridward.facility;

import java.util.Map;
import org.gridward.shared.Problem;

/** The refusals of this module. */
final class FacilityProblems {

  private FacilityProblems() {}

  static Problem unknown(Object id) {
    return new Problem.NotFound("facility-unknown", "there is no facility " + id, Map.of("id", id));
  }

  static Problem unknownKind(String code) {
    return new Problem.Rejected(
        "facility-kind-unknown",
        "there is no kind of facility '%s'".formatted(code),
        Map.of("kind", code));
  }

  static Problem invalid(String field, String message) {
    return new Problem.Rejected("facility-invalid", message, Map.of("field", field));
  }

  static Problem codeTaken(String code) {
    return new Problem.Conflict(
        "facility-code-taken",
        "another facility has the code '%s'".formatted(code),
        Map.of("code", code));
  }

  static Problem changedMeanwhile(long id, int version) {
    return new Problem.Conflict(
        "version-conflict",
        "somebody has changed facility %d meanwhile; it is at version %d".formatted(id, version),
        Map.of("version", version));
  }
}
