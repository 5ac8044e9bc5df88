package org.gridward.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.gridward.shared.cli.ConsoleCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code run}: the commands of a file, one after another, by one start of the program. */
@Command(
    mixinStandardHelpOptions = true,
    description =
        "Runs the commands of a file (one a line, as after './gridward'; # before a remark) by one"
            + " start of the program: a city's imports, for example. Stops at the first that is not"
            + " possible; what was done before it stays, and imports may be repeated.")
final class RunCommand implements ConsoleCommand {

  private static final String PATH = "run";

  private final ToIntFunction<List<String>> program;

  @Parameters(paramLabel = "FILE", description = "Text in UTF-8. Its paths start where you are.")
  Path file;

  /**
   * @param program runs one command, given its words; answers its exit code
   */
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  RunCommand(ToIntFunction<List<String>> program) {
    this.program = program;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Integer call() throws IOException {
    List<CommandFile.Line> commands = CommandFile.read(file);
    for (CommandFile.Line command : commands) {
      if (command.words().getFirst().equals(PATH)) {
        throw new Refusal("Line " + command.line() + ": a file cannot run files.");
      }
    }
    int worst = Program.DONE;
    for (CommandFile.Line command : commands) {
      System.out.println("> " + String.join(" ", command.words()));
      int code = program.applyAsInt(command.words());
      worst = Math.max(worst, code);
      if (code >= Program.NOT_POSSIBLE) {
        System.err.println("gridward: stopped at line " + command.line() + " of " + file + ".");
        break;
      }
    }
    return worst;
  }
}
