package org.gridward.identity.console;

import java.io.IOException;
import java.util.Map;
import org.gridward.identity.User;
import org.gridward.identity.Users;
import org.gridward.shared.Actor;
import org.gridward.shared.Problem;
import org.gridward.shared.cli.ConsoleCommand;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code admin reset-password LOGIN}. */
@Component
@Command(
    name = "reset-password",
    description = "Set a user's password, lift a lock, end all sessions",
    mixinStandardHelpOptions = true)
class ResetPasswordCommand implements ConsoleCommand {

  private final Users users;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "LOGIN")
  String login;

  @Mixin PasswordOption password = new PasswordOption();

  ResetPasswordCommand(Users users) {
    this.users = users;
  }

  @Override
  public String path() {
    return "admin reset-password";
  }

  @Override
  public Integer call() throws IOException {
    User user = find(users, login);
    users.setPassword(user.id(), password.read(), Actor.SYSTEM);
    spec.commandLine().getOut().println("password of " + user.login() + " is set");
    return 0;
  }

  static User find(Users users, String login) {
    return users
        .findByLogin(login)
        .orElseThrow(
            () ->
                new Problem.NotFound(
                    "unknown-user", "there is no user '" + login + "'", Map.of("login", login)));
  }
}
