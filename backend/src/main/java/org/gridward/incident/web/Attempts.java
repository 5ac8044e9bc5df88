package org.gridward.incident.web;

import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;

/** A deadlock with the dispatcher is nobody's fault: what met one is tried again. */
final class Attempts {

  private static final int MOST = 3;

  private Attempts() {}

  static <T> T of(Supplier<T> command) {
    for (int attempt = 1; ; attempt++) {
      try {
        return command.get();
      } catch (PessimisticLockingFailureException e) {
        if (attempt == MOST) {
          throw e;
        }
      }
    }
  }
}
