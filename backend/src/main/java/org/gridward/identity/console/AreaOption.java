package org.gridward.identity.console;

import java.util.Map;
import org.gridward.identity.AccountDirectory;
import org.gridward.identity.AreaLabel;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Reads the area that a command names by its code. */
final class AreaOption {

  private AreaOption() {}

  /** The area's path; the whole installation where no code is given. Throws for an unknown one. */
  static AreaPath path(ObjectProvider<AccountDirectory> directory, @Nullable String code) {
    return code == null
        ? AreaPath.ROOT
        : directory
            .getObject()
            .findAreaByCode(code)
            .map(AreaLabel::path)
            .orElseThrow(
                () ->
                    new Problem.Rejected(
                        "unknown-area", "there is no area '" + code + "'", Map.of("code", code)));
  }
}
