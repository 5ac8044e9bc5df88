package org.gridward.identity.console;

import org.gridward.identity.WallTokens;
import org.gridward.shared.Actor;
import org.gridward.shared.cli.ConsoleCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code admin revoke-wall-token ID}. */
@Component
@Command(
    name = "revoke-wall-token",
    description = "End a wall token at once; screens that use it go dark",
    mixinStandardHelpOptions = true)
class RevokeWallTokenCommand implements ConsoleCommand {

  private final WallTokens tokens;

  @Parameters(paramLabel = "ID", description = "as list-wall-tokens tells it")
  long id;

  RevokeWallTokenCommand(WallTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String path() {
    return "admin revoke-wall-token";
  }

  @Override
  public Integer call() {
    tokens.revoke(id, Actor.SYSTEM);
    return 0;
  }
}
