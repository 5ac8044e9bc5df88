package org.gridward.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.cluster.PostgresPrograms;

/** Runs {@code pg_dump} and {@code pg_restore} against an open database. */
final class PostgresTool {

  private final OpenDatabase database;

  PostgresTool(OpenDatabase database) {
    this.database = database;
  }

  /** Runs it to its end; the password goes by environment, never by command line. */
  void run(String program, List<String> arguments) throws IOException, InterruptedException {
    URI server = URI.create(database.address().url().substring(5));
    List<String> command = new ArrayList<>();
    command.add(find(program));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "PGHOST", host(server),
                "PGPORT", Integer.toString(server.getPort() < 0 ? 5432 : server.getPort()),
                "PGDATABASE", database.address().name(),
                "PGUSER", database.address().user(),
                "PGPASSWORD", database.address().password()));
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new Refusal(program + " failed: " + output.lines().reduce("", (a, b) -> b));
    }
  }

  /** An IPv6 address stands in brackets in a URL only. */
  static String host(URI server) {
    return server.getHost().replaceAll("[\\[\\]]", "");
  }

  private String find(String name) {
    Optional<PostgresPrograms> programs =
        database.cluster().map(cluster -> cluster.programs()).or(PostgresPrograms::find);
    return programs.map(found -> found.program(name)).orElse(name);
  }
}
