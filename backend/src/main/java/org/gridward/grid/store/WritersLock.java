package org.gridward.grid.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Only one transaction at a time writes areas, on all nodes. */
@Component
public class WritersLock {

  /** The number is ours alone. */
  private static final long KEY = 0x67_72_69_64L;

  private final JdbcClient jdbc;

  WritersLock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the caller's transaction the only one that writes areas, until it ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(KEY).query((row, number) -> number).list();
  }
}
