package org.gridward.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text file of commands, written as they would be typed after {@code ./gridward}: one a line,
 * words in single or double quotes where they hold spaces, a backslash at the end of a line to go
 * on in the next, {@code #} before a remark.
 */
final class CommandFile {

  /**
   * One command of the file.
   *
   * @param line the number of its first line, from 1
   * @param words its words, at least one
   */
  record Line(int line, List<String> words) {}

  private CommandFile() {}

  /** Reads all of it, UTF-8, so that a mistake is known before the first command runs. */
  static List<Line> read(Path file) throws IOException {
    try {
      return parse(Files.readAllLines(file));
    } catch (NoSuchFileException e) {
      throw new Refusal("There is no file " + file + ".");
    } catch (MalformedInputException e) {
      throw new Refusal("The file " + file + " is not text in UTF-8.");
    }
  }

  static List<Line> parse(List<String> text) {
    List<Line> commands = new ArrayList<>();
    StringBuilder command = new StringBuilder();
    int first = 1;
    for (int number = 1; number <= text.size(); number++) {
      String line = text.get(number - 1);
      if (command.isEmpty()) {
        first = number;
      }
      boolean goesOn = line.endsWith("\\") && number < text.size();
      command.append(goesOn ? line.substring(0, line.length() - 1) + ' ' : line);
      if (!goesOn) {
        List<String> words = words(command.toString(), first);
        if (!words.isEmpty()) {
          commands.add(new Line(first, words));
        }
        command.setLength(0);
      }
    }
    return commands;
  }

  private static List<String> words(String text, int line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (char c : text.toCharArray()) {
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else if (c == '#' && !inWord) {
        break;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != 0) {
      throw new Refusal("Line " + line + ": a quotation mark (" + quote + ") is not closed.");
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}
