package org.gridward.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.gridward.shared.cli.ConsoleCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The commands as picocli's tree, nested by the words of their paths. */
final class CommandTree {

  private static final String PROGRAM = "gridward";

  private final CommandLine root =
      new CommandLine(group(PROGRAM, "GIS-based grid management and event dispatch."));

  private @Nullable Exception thrown;

  CommandTree(Collection<? extends ConsoleCommand> commands) {
    commands.stream().sorted(Comparator.comparing(ConsoleCommand::path)).forEach(this::add);
    root.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          thrown = failure;
          return Program.NOT_POSSIBLE;
        });
    root.setParameterExceptionHandler((failure, words) -> explain(failure));
    root.setExecutionStrategy(new CommandLine.RunLast());
  }

  private static CommandSpec group(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
    spec.usageMessage().description(description);
    return spec;
  }

  private void add(ConsoleCommand command) {
    List<String> words = List.of(command.path().split(" "));
    CommandLine parent = root;
    for (String word : words.subList(0, words.size() - 1)) {
      CommandLine known = parent.getSubcommands().get(word);
      if (known == null) {
        known = new CommandLine(group(word, "Commands under '" + word + "':"));
        parent.addSubcommand(word, known);
      }
      parent = known;
    }
    CommandLine leaf = new CommandLine(command);
    leaf.setCommandName(words.getLast());
    if (!leaf.getCommandSpec().optionsMap().containsKey("--help")) {
      leaf.getCommandSpec().mixinStandardHelpOptions(true);
    }
    parent.addSubcommand(words.getLast(), leaf);
  }

  private static int explain(CommandLine.ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("gridward: " + String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
    err.println("          '" + command.getCommandSpec().qualifiedName() + " --help' explains it.");
    err.flush();
    return Program.NOT_POSSIBLE;
  }

  /**
   * Runs the command that {@code words} name and answers its exit code; what it throws comes out.
   */
  int run(List<String> words) {
    thrown = null;
    forgetGroups(root.getCommandSpec());
    int code = root.execute(words.toArray(String[]::new));
    switch (thrown) {
      case null -> {
        return code;
      }
      case RuntimeException failure -> throw failure;
      case Exception failure -> throw new CommandFailed(failure);
    }
  }

  /**
   * picocli takes options back to what they were before the next command, but not groups of
   * options: one that is not named would keep what the command before it said.
   */
  private static void forgetGroups(CommandSpec command) {
    for (ArgGroupSpec group : command.argGroups()) {
      try {
        group.setter().set(null);
      } catch (Exception e) {
        throw new IllegalStateException("the options of " + command.qualifiedName(), e);
      }
    }
    command.subcommands().values().forEach(each -> forgetGroups(each.getCommandSpec()));
  }

  /** Carries a checked exception to where it is put in words. */
  private static final class CommandFailed extends RuntimeException {
    CommandFailed(Exception cause) {
      super(cause);
    }
  }
}
