package org.gridward.identity.console;

import org.gridward.identity.AccountDirectory;
import org.gridward.identity.WallTokens;
import org.gridward.shared.Actor;
import org.gridward.shared.cli.ConsoleCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code admin create-wall-token --label LABEL [--area CODE]}. */
@Component
@Command(
    name = "create-wall-token",
    description =
        "Make a token for a screen on a wall, which reads what the wall shows and nothing else."
            + " It is printed once; open /wall?token=TOKEN on the screen with it",
    mixinStandardHelpOptions = true)
class CreateWallTokenCommand implements ConsoleCommand {

  private final WallTokens tokens;
  private final ObjectProvider<AccountDirectory> directory;

  @Spec CommandSpec spec;

  @Option(names = "--label", required = true, description = "where the screen hangs")
  String label;

  @Option(
      names = "--area",
      paramLabel = "CODE",
      description = "the area's code; without it the whole installation")
  @Nullable String area;

  CreateWallTokenCommand(WallTokens tokens, ObjectProvider<AccountDirectory> directory) {
    this.tokens = tokens;
    this.directory = directory;
  }

  @Override
  public String path() {
    return "admin create-wall-token";
  }

  @Override
  public Integer call() {
    spec.commandLine()
        .getOut()
        .println(tokens.create(label, AreaOption.path(directory, area), Actor.SYSTEM).token());
    return 0;
  }
}
