package org.gridward.incident.intake;

import org.gridward.incident.NewReport;
import org.gridward.incident.Receipt;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Checks reports and commits them in groups; ends after the web server has. */
@Component
@EnableConfigurationProperties(IntakeSettings.class)
public class ReportCommitter implements SmartLifecycle {

  private final ReportCheck check;
  private final GroupCommit<CheckedReport, Outcome> group;
  private final IntakeSettings settings;

  ReportCommitter(ReportCheck check, IntakeTransaction transaction, IntakeSettings settings) {
    this.check = check;
    this.settings = settings;
    this.group =
        new GroupCommit<>(
            settings.maxBatch(), transaction::commit, ReportCommitter::databaseIsAway);
  }

  private static boolean databaseIsAway(RuntimeException e) {
    return e instanceof CannotCreateTransactionException
        || e instanceof TransientDataAccessResourceException
        || e instanceof NonTransientDataAccessResourceException;
  }

  /** Answers once the report's transaction has committed. */
  public Receipt accept(NewReport report) {
    return switch (group.commit(check.check(report))) {
      case Outcome.Accepted accepted -> accepted.receipt();
      case Outcome.Refused refused -> throw refused.reason();
    };
  }

  @Override
  public void start() {
    group.start(settings.committers());
  }

  @Override
  public void stop() {
    try {
      group.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return group.running();
  }

  /** Below the web server's, so that it starts before and ends after it. */
  @Override
  public int getPhase() {
    return 0;
  }
}
