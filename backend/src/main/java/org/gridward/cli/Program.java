package org.gridward.cli;

import java.util.List;
import java.util.Map;

/**
 * The program behind {@code ./gridward}: {@code start} and {@code demo} run the server, everything
 * else is a command that ends.
 */
public final class Program {

  /** Exit code: done. */
  static final int DONE = 0;

  /** Exit code: a wrong use, or surroundings that do not allow it. */
  static final int NOT_POSSIBLE = 2;

  private final Class<?> application;
  private final Map<String, String> environment;

  private Program(Class<?> application, Map<String, String> environment) {
    this.application = application;
    this.environment = environment;
  }

  /**
   * Runs it from the thread that must outlive the private cluster: {@code main}. Ends the process.
   *
   * @param application the Spring Boot application
   */
  public static void main(Class<?> application, String[] words) {
    System.exit(new Program(application, System.getenv()).run(List.of(words)));
  }

  private int run(List<String> words) {
    try {
      Setup setup = Setup.of(environment);
      return switch (words.isEmpty() ? "--help" : words.getFirst()) {
        case "start", "demo", ServerProgram.TRAIN ->
            new ServerProgram(application, setup).run(words);
        default -> new ToolProgram(application, setup).run(words);
      };
    } catch (RuntimeException e) {
      return explain(e);
    }
  }

  private int explain(RuntimeException failure) {
    System.err.println("gridward: " + Failures.sentence(failure));
    if (Setup.debug(environment)) {
      failure.printStackTrace();
    } else if (!Failures.isPlain(failure)) {
      new DataFolder(Setup.of(environment).data())
          .keepDetails(failure)
          .ifPresent(file -> System.err.println("          The details are in " + file + "."));
    }
    return NOT_POSSIBLE;
  }
}
