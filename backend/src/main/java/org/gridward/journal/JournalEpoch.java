package org.gridward.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the journal's order when its database was restored into another cluster. Transaction ids
 * are the cluster's; where they start lower than those in the journal, what is written from now on
 * would come before what is there. Then a new epoch begins.
 */
@Component
public class JournalEpoch implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(JournalEpoch.class);

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  JournalEpoch(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void afterPropertiesSet() {
    transaction.executeWithoutResult(status -> beginWhereIdsStartAgain());
  }

  /**
   * Begins a new epoch in a database that has just been restored, before its server starts. A
   * restore is a break: the cluster's transaction ids say nothing about the entries that came with
   * it, and cursors that clients hold must not be taken for places in what is written from now on.
   */
  public static void beginAfterRestore(Connection restored) throws SQLException {
    try (Statement statement = restored.createStatement()) {
      statement.executeUpdate(
          "insert into journal_epoch (epoch) select max(epoch) + 1 from journal_epoch");
    }
  }

  void beginWhereIdsStartAgain() {
    jdbc.execute("lock table journal_epoch in exclusive mode");
    int begun =
        jdbc.update(
            """
            insert into journal_epoch (epoch)
            select e.current + 1 from (select max(epoch) as current from journal_epoch) e
            where exists (select from journal_entry
                          where epoch = e.current
                            and xid >= pg_snapshot_xmax(pg_current_snapshot()))
            """);
    if (begun > 0) {
      LOG.info("The journal came from another cluster; a new epoch begins");
    }
  }
}
