package org.gridward.identity.console;

import java.util.List;
import org.gridward.identity.WallTokens;
import org.gridward.identity.WallTokens.WallToken;
import org.gridward.shared.AreaPath;
import org.gridward.shared.cli.ConsoleCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code admin list-wall-tokens}. */
@Component
@Command(
    name = "list-wall-tokens",
    description = "The wall tokens that work: id, label, path of the area, when it was made",
    mixinStandardHelpOptions = true)
class ListWallTokensCommand implements ConsoleCommand {

  private final WallTokens tokens;

  @Spec CommandSpec spec;

  ListWallTokensCommand(WallTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String path() {
    return "admin list-wall-tokens";
  }

  @Override
  public Integer call() {
    for (WallToken token : tokens.list(List.of(AreaPath.ROOT))) {
      spec.commandLine()
          .getOut()
          .printf(
              "%d\t%s\t%s\t%s%n",
              token.id(),
              token.label(),
              token.area().isRoot() ? "everything" : token.area().value(),
              token.createdAt());
    }
    return 0;
  }
}
