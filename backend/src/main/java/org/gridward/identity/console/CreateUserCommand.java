package org.gridward.identity.console;

import java.io.IOException;
import java.util.List;
import org.gridward.identity.AccountDirectory;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.identity.Users;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.cli.ConsoleCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code admin create-user LOGIN --name NAME --role ROLE [--area CODE]}. */
@Component
@Command(
    name = "create-user",
    description = "Create a user with one or more roles in an area",
    mixinStandardHelpOptions = true)
class CreateUserCommand implements ConsoleCommand {

  private final Users users;
  private final ObjectProvider<AccountDirectory> directory;
  private final TransactionTemplate transaction;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "LOGIN", description = "a-z, 0-9, '.', '_', '-', '@'")
  String login;

  @Option(names = "--name", required = true, description = "the person's name")
  String name;

  @Option(
      names = "--role",
      required = true,
      split = ",",
      description = "${COMPLETION-CANDIDATES}; more than one with commas")
  List<Role> roles;

  @Option(
      names = "--area",
      paramLabel = "CODE",
      description = "the area's code; without it the whole installation")
  @Nullable String area;

  @Mixin PasswordOption password = new PasswordOption();

  CreateUserCommand(
      Users users, ObjectProvider<AccountDirectory> directory, TransactionTemplate transaction) {
    this.users = users;
    this.directory = directory;
    this.transaction = transaction;
  }

  @Override
  public String path() {
    return "admin create-user";
  }

  @Override
  public Integer call() throws IOException {
    AreaPath path = AreaOption.path(directory, area);
    String secret = password.read();
    transaction.executeWithoutResult(
        _ -> {
          User user = users.create(login, name, secret, Actor.SYSTEM);
          roles.forEach(role -> users.grant(user.id(), role, path, Actor.SYSTEM));
        });
    spec.commandLine().getOut().println("created " + login);
    return 0;
  }
}
