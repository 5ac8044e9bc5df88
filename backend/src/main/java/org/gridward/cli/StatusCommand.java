package org.gridward.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.gridward.shared.cli.ConsoleCommand;
import picocli.CommandLine.Command;

/** {@code status}: whether the server of this folder runs, where, and how it feels. */
@Command(
    description = "Says whether the server runs and how it feels; exit code 1 when it does not.")
final class StatusCommand implements ConsoleCommand {

  private static final int NOT_RUNNING = 1;

  private final Setup setup;

  StatusCommand(Setup setup) {
    this.setup = setup;
  }

  @Override
  public String path() {
    return "status";
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataFolder folder = new DataFolder(setup.data());
    Optional<String[]> server = folder.runningServer();
    if (server.isEmpty() || !isHeld(folder)) {
      System.out.println("No server runs on the data folder " + setup.data() + ".");
      return NOT_RUNNING;
    }
    String url = server.get()[1];
    System.out.printf(
        "Gridward runs as process %s at %s (data in %s).%n", server.get()[0], url, setup.data());
    return health(url);
  }

  private static boolean isHeld(DataFolder folder) throws IOException {
    if (!Files.exists(folder.path().resolve("server.lock"))) {
      return false;
    }
    Optional<FileChannel> lock = folder.lockForServer();
    if (lock.isPresent()) {
      lock.get().close();
    }
    return lock.isEmpty();
  }

  private static int health(String url) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url + "/actuator/health"))
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      System.out.println("Health: " + answer.body());
      return answer.statusCode() == 200 ? Program.DONE : NOT_RUNNING;
    } catch (IOException e) {
      System.out.println("Health: it does not answer (" + e + ").");
      return NOT_RUNNING;
    }
  }
}
