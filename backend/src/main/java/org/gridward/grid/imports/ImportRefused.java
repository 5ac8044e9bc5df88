package org.gridward.grid.imports;

import java.util.Map;
import org.gridward.shared.Problem;

/** The import cannot begin or go on as it was asked for; nothing was written for it. */
final class ImportRefused extends Problem.Rejected {
  ImportRefused(String code, String message) {
    super(code, message, Map.of());
  }
}
