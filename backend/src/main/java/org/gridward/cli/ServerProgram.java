package org.gridward.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.gridward.cluster.PrivateCluster;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code start} and {@code demo}: one server on one data folder, with its private cluster unless a
 * database server is named, until it is told to end.
 */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Starts the server; Ctrl-C ends it.")
final class ServerProgram {

  /** The word by which the program calls itself to make its start-up cache. */
  static final String TRAIN = "train-start-up";

  private static final String BEANS = "__ApplicationContextInitializer";

  @Option(names = "--port", paramLabel = "N", description = "Default: GRIDWARD_PORT or 8400.")
  @Nullable Integer port;

  @Option(
      names = "--address",
      paramLabel = "A",
      description = "Where to listen. Default: GRIDWARD_ADDRESS or 127.0.0.1 (this machine only).")
  @Nullable String address;

  private final Class<?> application;
  private final Setup surroundings;

  ServerProgram(Class<?> application, Setup surroundings) {
    this.application = application;
    this.surroundings = surroundings;
  }

  int run(List<String> words) {
    CommandLine line = new CommandLine(this).setCommandName(words.getFirst());
    try {
      line.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    } catch (CommandLine.ParameterException e) {
      throw new Refusal(e.getMessage() + "; '" + words.getFirst() + " --help' explains it.");
    }
    if (line.isUsageHelpRequested()) {
      line.usage(System.out);
      return Program.DONE;
    }
    if (words.getFirst().equals(TRAIN)) {
      return train();
    }
    boolean demo = words.getFirst().equals("demo");
    Setup setup = demo ? surroundings.forDemo() : surroundings;
    return serve(setup.withPort(port).withAddress(address), demo);
  }

  private int serve(Setup setup, boolean demo) {
    DataFolder folder = DataFolder.prepare(setup.data());
    try (FileChannel ignored = requireOnly(folder);
        OpenDatabase database = openWithFreePort(setup)) {
      CountDownLatch ended = new CountDownLatch(1);
      SpringApplication server = server();
      SpringApplication.getShutdownHandlers()
          .add(
              () -> {
                database.close();
                removeServerFile(folder);
                ended.countDown();
              });
      SpringArguments arguments =
          new SpringArguments(setup, database.address(), ToolProgram.secretKey(setup, folder))
              .asServer(setup, folder.log("server"));
      ConfigurableApplicationContext context =
          server.run((demo ? Demo.describe(arguments) : arguments).toArray());
      if (demo) {
        Demo.open(context, setup);
      }
      folder.writeServerFile(setup.url());
      System.out.println("Gridward is ready at " + setup.url());
      StartUpCache.wanted().ifPresent(cache -> cache.makeLater(setup));
      database.cluster().ifPresent(PrivateCluster::keepRunning);
      ended.await();
      return Program.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Program.DONE;
    }
  }

  /** With the beans that the build wrote down, where it did and nobody forbids it. */
  private SpringApplication server() {
    if (System.getProperty(AotDetector.AOT_ENABLED) == null
        && ClassUtils.isPresent(application.getName() + BEANS, application.getClassLoader())) {
      SpringProperties.setFlag(AotDetector.AOT_ENABLED);
    }
    SpringApplication server = new SpringApplication(application);
    server.setMainApplicationClass(application);
    return server;
  }

  /** Starts up to the point where it would begin to serve; the JVM writes down what it loaded. */
  private int train() {
    DataFolder folder = DataFolder.prepare(surroundings.data());
    try (OpenDatabase database = surroundings.openDatabase()) {
      server()
          .run(
              new SpringArguments(
                      surroundings, database.address(), ToolProgram.secretKey(surroundings, folder))
                  .asServer(surroundings.withPort(0), folder.log("start-up-cache"))
                  .toArray());
      return Program.DONE;
    }
  }

  private static void removeServerFile(DataFolder folder) {
    try {
      Files.deleteIfExists(folder.serverFile());
    } catch (IOException e) {
      // The lock, not this file, says whether a server runs.
    }
  }

  private static OpenDatabase openWithFreePort(Setup setup) throws InterruptedException {
    requireFreePort(setup);
    return openOwn(setup);
  }

  /** Refuses where it could not listen, before the database is opened. */
  static void requireFreePort(Setup setup) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(setup.address()), setup.port()));
    } catch (IOException e) {
      throw new Refusal(
          isOurs(setup.address())
              ? Failures.portInUse(setup.port())
              : "This machine has no address '%s' to listen at: choose another with --address or GRIDWARD_ADDRESS."
                  .formatted(setup.address()));
    }
  }

  private static boolean isOurs(String name) {
    try {
      InetAddress address = InetAddress.getByName(name);
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static FileChannel requireOnly(DataFolder folder) throws IOException {
    return folder
        .lockForServer()
        .orElseThrow(
            () ->
                new Refusal(
                    "A Gridward server already runs on the data folder %s%s: stop it with './gridward stop', or choose another folder with GRIDWARD_DATA."
                        .formatted(
                            folder.path(),
                            folder
                                .runningServer()
                                .map(words -> " (process " + words[0] + " at " + words[1] + ")")
                                .orElse(""))));
  }

  /** A cluster that a command has started ends with that command, so the server waits for it. */
  private static OpenDatabase openOwn(Setup setup) throws InterruptedException {
    OpenDatabase database = setup.openDatabase();
    boolean told = false;
    while (database.cluster().filter(cluster -> !cluster.started()).isPresent()) {
      database.close();
      var owner = PrivateCluster.owner(setup.data());
      if (!told) {
        System.out.println(
            "Waiting for a command that works on the same data (process "
                + owner.map(process -> Long.toString(process.pid())).orElse("ending")
                + ") to finish …");
        told = true;
      }
      while (owner.isPresent() && owner.get().isAlive()) {
        Thread.sleep(100);
      }
      database = setup.openDatabase();
    }
    return database;
  }
}
