package org.gridward.grid.exports;

import java.util.Map;
import org.gridward.shared.Problem;

/** The export cannot be made as it was asked for; nothing was written. */
final class ExportRefused extends Problem.Rejected {
  ExportRefused(String code, String message) {
    super(code, message, Map.of());
  }
}
