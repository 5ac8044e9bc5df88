package org.gridward.incident;

import java.util.List;
import java.util.UUID;
import org.gridward.rulebook.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a {@link Command}; each command reads what it needs.
 *
 * @param reason why; needed by dismiss, settle, rework and reopen
 * @param note what was found or done
 * @param rating 1 to 5; for evaluate
 * @param category the new category's code; for recategorise
 * @param severity the new severity; for recategorise and file
 * @param place the new place; for locate
 * @param attachments photos uploaded before by the same actor
 */
public record CommandDetails(
    @Nullable String reason,
    @Nullable String note,
    @Nullable Integer rating,
    @Nullable String category,
    @Nullable Severity severity,
    @Nullable Place place,
    List<UUID> attachments) {

  public static final CommandDetails NONE =
      new CommandDetails(null, null, null, null, null, null, List.of());

  public CommandDetails {
    attachments = List.copyOf(attachments);
  }

  public static CommandDetails because(String reason) {
    return new CommandDetails(reason, null, null, null, null, null, List.of());
  }

  public static CommandDetails noting(@Nullable String note, List<UUID> attachments) {
    return new CommandDetails(null, note, null, null, null, null, attachments);
  }
}
