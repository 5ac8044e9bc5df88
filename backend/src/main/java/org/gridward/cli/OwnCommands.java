package org.gridward.cli;

import java.util.List;
import org.gridward.cli.replay.ReplayCommand;
import org.gridward.shared.cli.ConsoleCommand;

/** The commands that need no application around them, so that they answer at once. */
final class OwnCommands {

  private OwnCommands() {}

  static List<ConsoleCommand> of(Setup setup) {
    return List.of(
        new StatusCommand(setup),
        new MakeCityCommand(),
        new ReplayCommand(ownUrl(setup)),
        new BackupCommand(setup),
        new RestoreCommand(setup));
  }

  /** The running server's address, else the one it would have. */
  private static String ownUrl(Setup setup) {
    return new DataFolder(setup.data()).runningServer().map(words -> words[1]).orElse(setup.url());
  }

  /** True when one of {@code commands} is the one that {@code words} name. */
  static boolean answers(List<ConsoleCommand> commands, List<String> words) {
    return commands.stream()
        .map(command -> List.of(command.path().split(" ")))
        .anyMatch(
            path -> words.size() >= path.size() && words.subList(0, path.size()).equals(path));
  }
}
