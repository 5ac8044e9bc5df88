package org.gridward.grid;

import java.util.Map;
import org.gridward.shared.Problem;

/** Areas cannot be written in the coordinate system that was asked for. */
public final class CrsUnfit extends Problem.Rejected {
  public CrsUnfit(String code, String crs, String message) {
    super(code, message, Map.of("field", "crs", "crs", crs));
  }
}
