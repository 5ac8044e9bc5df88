package org.gridward.rulebook;

import java.util.Map;
import org.gridward.shared.Problem;

/** No category has this code now. */
public final class CategoryUnknown extends Problem.NotFound {
  public CategoryUnknown(String code) {
    super(
        "category-unknown",
        "there is no category '" + code + "'; GET /api/categories lists those there are",
        Map.of("category", code));
  }
}
