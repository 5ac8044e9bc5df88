package org.gridward.identity.console;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a password comes from: never from an argument, which other users of the machine can see.
 */
final class PasswordOption {

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "read the password from the first line of this file; '-' is standard input")
  @Nullable String file;

  String read() throws IOException {
    String source = file;
    if (source == null) {
      return ask();
    }
    if (source.equals("-")) {
      return firstLine(
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }
    if (!Files.isReadable(Path.of(source))) {
      throw refused("cannot read " + source);
    }
    try (BufferedReader reader = Files.newBufferedReader(Path.of(source))) {
      return firstLine(reader);
    }
  }

  private static String firstLine(BufferedReader reader) throws IOException {
    String line = reader.readLine();
    if (line == null || line.isEmpty()) {
      throw refused("there is no password in the first line");
    }
    return line;
  }

  private static String ask() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw refused("there is no terminal to ask for the password; use --password-file FILE or -");
    }
    char[] first = console.readPassword("Password: ");
    char[] second = console.readPassword("Again: ");
    if (first == null || !Arrays.equals(first, second)) {
      throw refused("the two passwords differ");
    }
    return new String(first);
  }

  private static Problem refused(String sentence) {
    return new Problem.Rejected("password-missing", sentence, Map.of());
  }
}
