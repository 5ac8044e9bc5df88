package org.gridward.journal;

import org.gridward.shared.cli.ConsoleCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code journal verify}: does the journal still read as it was sealed? */
@Component
@Command(
    name = "verify",
    description = "Checks the seals of the journal and names the first broken stretch.")
class VerifyJournal implements ConsoleCommand {

  private final Journal journal;
  @Spec private CommandSpec spec;

  VerifyJournal(Journal journal) {
    this.journal = journal;
  }

  @Override
  public String path() {
    return "journal verify";
  }

  @Override
  public Integer call() {
    SealReport report = journal.verifySeals();
    spec.commandLine().getOut().println(words(report));
    return report.intact() ? 0 : 1;
  }

  private static String words(SealReport report) {
    return report
        .broken()
        .map(
            broken ->
                "Seal %d is broken: epoch %d, transactions %d to %d: %s."
                    .formatted(
                        broken.seal(),
                        broken.epoch(),
                        broken.fromXid(),
                        broken.uptoXid() - 1,
                        broken.reason()))
        .orElse(
            "The journal is intact: %d seals over %d entries."
                .formatted(report.seals(), report.entries()));
  }
}
