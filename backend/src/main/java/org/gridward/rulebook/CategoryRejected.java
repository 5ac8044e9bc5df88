package org.gridward.rulebook;

import java.util.Map;
import org.gridward.shared.Problem;

/** What was to be published is no category. */
public final class CategoryRejected extends Problem.Rejected {
  public CategoryRejected(String field, String message) {
    super("category-rejected", message, Map.of("field", field));
  }
}
