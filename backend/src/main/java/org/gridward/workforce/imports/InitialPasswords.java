package org.gridward.workforce.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Random first passwords, written to a new file that only its owner can read. */
final class InitialPasswords implements AutoCloseable {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 14;

  private final SecureRandom random = new SecureRandom();
  private final BufferedWriter writer;

  /** Fails when the file is there already. */
  InitialPasswords(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    writer.write("login,password\n");
  }

  /** A new password; it is in the file, on its way to the disk, before the account has it. */
  String make(String login) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    try {
      writer.write(login + "," + password + "\n");
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return password.toString();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
