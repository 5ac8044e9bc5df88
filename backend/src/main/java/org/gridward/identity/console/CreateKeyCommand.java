package org.gridward.identity.console;

import org.gridward.identity.ApiKeys;
import org.gridward.identity.Users;
import org.gridward.shared.Actor;
import org.gridward.shared.cli.ConsoleCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code admin create-key LOGIN --label LABEL}. */
@Component
@Command(
    name = "create-key",
    description =
        "Make an API key that acts as a user; it is printed once and cannot be seen again",
    mixinStandardHelpOptions = true)
class CreateKeyCommand implements ConsoleCommand {

  private final Users users;
  private final ApiKeys keys;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "LOGIN")
  String login;

  @Option(names = "--label", required = true, description = "what the key is for")
  String label;

  CreateKeyCommand(Users users, ApiKeys keys) {
    this.users = users;
    this.keys = keys;
  }

  @Override
  public String path() {
    return "admin create-key";
  }

  @Override
  public Integer call() {
    long userId = ResetPasswordCommand.find(users, login).id();
    spec.commandLine().getOut().println(keys.create(userId, label, Actor.SYSTEM).token());
    return 0;
  }
}
