package org.gridward.incident.store;

import java.util.EnumSet;
import java.util.Set;
import org.gridward.incident.Command;
import org.gridward.incident.CommandDetails;
import org.gridward.incident.ReportRejected;
import org.gridward.incident.place.Texts;
import org.jspecify.annotations.Nullable;

/** What each command needs to be told. */
final class CommandCheck {

  private static final int MAX_REASON = 500;
  private static final int MAX_NOTE = 4000;
  private static final Set<Command> NEEDS_REASON =
      EnumSet.of(Command.DISMISS, Command.SETTLE, Command.REWORK, Command.REOPEN);

  private CommandCheck() {}

  /**
   * The details with clean texts.
   *
   * @throws ReportRejected when something is missing or wrong
   */
  static CommandDetails check(Command command, CommandDetails details) {
    @Nullable String reason = Texts.clean("reason", details.reason(), MAX_REASON);
    if (reason == null && NEEDS_REASON.contains(command)) {
      throw ReportRejected.missing("reason", "say why, so that others understand");
    }
    requireParts(command, details);
    return new CommandDetails(
        reason,
        Texts.clean("note", details.note(), MAX_NOTE),
        details.rating(),
        details.category(),
        details.severity(),
        details.place(),
        details.attachments());
  }

  private static void requireParts(Command command, CommandDetails details) {
    if (command == Command.EVALUATE) {
      requireRating(details.rating());
    }
    if (command == Command.LOCATE && details.place() == null) {
      throw ReportRejected.withoutPlace();
    }
    if (command == Command.RECATEGORISE
        && details.category() == null
        && details.severity() == null) {
      throw ReportRejected.missing("category", "give a category, a severity or both");
    }
  }

  private static void requireRating(@Nullable Integer rating) {
    if (rating == null) {
      throw ReportRejected.missing("rating", "give 1 (bad) to 5 (good)");
    }
    if (rating < 1 || rating > 5) {
      throw ReportRejected.ratingOutOfRange(rating);
    }
  }
}
