package org.gridward.incident.intake;

import java.util.ArrayList;
import java.util.List;
import org.gridward.incident.NewReport;
import org.gridward.incident.PastIncident;
import org.gridward.incident.Receipt;
import org.gridward.incident.Taken;
import org.gridward.shared.Problem;
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
  private final IntakeTransaction transaction;
  private final GroupCommit<CheckedReport, Outcome> group;
  private final IntakeSettings settings;

  ReportCommitter(ReportCheck check, IntakeTransaction transaction, IntakeSettings settings) {
    this.check = check;
    this.transaction = transaction;
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

  /** Answers once the one transaction of all of them has committed. */
  public List<Taken> acceptPast(List<PastIncident> incidents) {
    Taken[] answers = new Taken[incidents.size()];
    List<CheckedReport> checked = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      try {
        checked.add(check.checkPast(incidents.get(i)));
        places.add(i);
      } catch (Problem e) {
        answers[i] = new Taken.LeftOut(e);
      }
    }
    List<Outcome> outcomes = transaction.commit(checked);
    for (int i = 0; i < outcomes.size(); i++) {
      answers[places.get(i)] = taken(outcomes.get(i));
    }
    return List.of(answers);
  }

  private static Taken taken(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> new Taken.Stored(accepted.receipt());
      case Outcome.Refused refused -> new Taken.LeftOut(refused.reason());
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
