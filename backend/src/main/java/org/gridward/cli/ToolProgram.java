package org.gridward.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gridward.shared.cli.ConsoleCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs one command: those that need only files or HTTP at once, the contributed ones in the same
 * application as the server's, without a web server, beside a running server or alone.
 */
final class ToolProgram {

  private final Class<?> application;
  private final Setup setup;

  ToolProgram(Class<?> application, Setup setup) {
    this.application = application;
    this.setup = setup;
  }

  int run(List<String> words) {
    List<ConsoleCommand> own = OwnCommands.of(setup);
    if (OwnCommands.answers(own, words)) {
      return new CommandTree(own).run(words);
    }
    return runInApplication(words, own);
  }

  private int runInApplication(List<String> words, List<ConsoleCommand> own) {
    DataFolder folder = DataFolder.prepare(setup.data());
    OpenDatabase database = setup.openDatabase();
    try (ConfigurableApplicationContext context = open(folder, database)) {
      Collection<ConsoleCommand> all =
          new ArrayList<>(context.getBeansOfType(ConsoleCommand.class).values());
      all.addAll(own);
      CommandTree single = new CommandTree(all);
      all.add(new RunCommand(single::run));
      return new CommandTree(all).run(words);
    } finally {
      database.closeWhenUnused();
    }
  }

  private ConfigurableApplicationContext open(DataFolder folder, OpenDatabase database) {
    return new SpringApplication(application)
        .run(
            new SpringArguments(setup, database.address(), secretKey(setup, folder))
                .asTool(folder.log("tool"))
                .toArray());
  }

  static String secretKey(Setup setup, DataFolder folder) {
    return setup
        .secretKey()
        .orElseGet(
            () -> {
              try {
                return folder.secretKey();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
