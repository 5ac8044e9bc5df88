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

  static Problem kindInvalid(String field, String message) {
    return new Problem.Rejected("facility-kind-invalid", message, Map.of("field", field));
  }

  static Problem ruleMalformed(String rule) {
    return new Problem.Rejected(
        "rule-malformed",
        "'%s' is no rule: key=value, several joined by +, * for any value".formatted(rule),
        Map.of("field", "rules", "rule", rule));
  }

  static Problem kindMissing(String code) {
    return new Problem.NotFound(
        "facility-kind-unknown",
        "there is no kind of facility '%s'".formatted(code),
        Map.of("kind", code));
  }

  static Problem kindTaken(String code) {
    return new Problem.Conflict(
        "facility-kind-taken",
        "another kind of facility has the code '%s'".formatted(code),
        Map.of("code", code));
  }

  static Problem kindInUse(String code, long facilities) {
    return new Problem.Conflict(
        "facility-kind-in-use",
        "there are %d facilities of the kind '%s'; give them another kind first"
            .formatted(facilities, code),
        Map.of("code", code, "facilities", facilities));
  }

  static Problem kindChangedMeanwhile(String code, int version) {
    return new Problem.Conflict(
        "version-conflict",
        "somebody has changed the kind '%s' meanwhile; it is at version %d"
            .formatted(code, version),
        Map.of("version", version));
  }

  static Problem changedMeanwhile(long id, int version) {
    return new Problem.Conflict(
        "version-conflict",
        "somebody has changed facility %d meanwhile; it is at version %d".formatted(id, version),
        Map.of("version", version));
  }
}
