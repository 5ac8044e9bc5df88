package org.gridward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.shared.cli.ConsoleCommand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class SetupTests {

  @TempDir Path folder;

  @Test
  void readsADatabaseAddressWithItsCredentials() {
    Setup setup =
        Setup.of(Map.of("GRIDWARD_DB_URL", "postgresql://me:s%40fe@db.example:5433/city?ssl=true"));
    assertThat(setup.database())
        .contains(
            new DatabaseAddress("jdbc:postgresql://db.example:5433/city?ssl=true", "me", "s@fe"));
  }

  @Test
  void takesAPlusInAPasswordForWhatItIs() {
    Setup setup =
        Setup.of(Map.of("GRIDWARD_DB_URL", "postgresql://a+b:q+7%2Bx%20y@db.example/city"));
    assertThat(setup.database())
        .contains(new DatabaseAddress("jdbc:postgresql://db.example/city", "a+b", "q+7+x y"));
  }

  @Test
  void takesCredentialsFromTheirOwnVariables() {
    Setup setup =
        Setup.of(
            Map.of(
                "GRIDWARD_DB_URL", "jdbc:postgresql://db/city",
                "GRIDWARD_DB_USER", "me",
                "GRIDWARD_DB_PASSWORD", "safe"));
    assertThat(setup.database())
        .contains(new DatabaseAddress("jdbc:postgresql://db/city", "me", "safe"));
  }

  @Test
  void neverRepeatsAPasswordInAMessage() {
    assertThatThrownBy(() -> Setup.of(Map.of("GRIDWARD_DB_URL", "mysql://me:secret@db/city")))
        .hasMessageContaining("GRIDWARD_DB_URL must look like")
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesAPortThatIsNone() {
    assertThatThrownBy(() -> Setup.of(Map.of("GRIDWARD_PORT", "84OO")))
        .hasMessage("The port '84OO' must be a number from 1 to 65535.");
  }

  @Test
  void saysWhyItCannotListen() throws IOException {
    Setup any = Setup.of(Map.of("GRIDWARD_PORT", "0"));
    assertThatThrownBy(() -> ServerProgram.requireFreePort(any.withAddress("203.0.113.9")))
        .hasMessageContaining("203.0.113.9")
        .hasMessageContaining("--address");
    assertThatThrownBy(() -> ServerProgram.requireFreePort(any.withAddress("nowhere.invalid")))
        .hasMessageContaining("nowhere.invalid")
        .hasMessageContaining("--address");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> ServerProgram.requireFreePort(any.withPort(taken.getLocalPort())))
          .hasMessageContaining("in use by another program");
    }
  }

  @Test
  void keepsTheDemoApartFromRealData() {
    Setup demo =
        Setup.of(
                Map.of(
                    "GRIDWARD_DATA",
                    folder.toString(),
                    "GRIDWARD_DB_URL",
                    "postgresql://me:safe@db/city"))
            .forDemo();
    assertThat(demo.database()).isEmpty();
    assertThat(demo.data()).isEqualTo(folder.resolve("demo"));
  }

  @Test
  void makesOneSecretKeyThatOnlyTheOwnerReads() throws Exception {
    DataFolder data = DataFolder.prepare(folder);
    String key = data.secretKey();
    assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    assertThat(data.secretKey()).isEqualTo(key);
    assertThat(Files.getPosixFilePermissions(folder.resolve("secret.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void saysThatAFolderCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> DataFolder.prepare(file.resolve("data")))
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("GRIDWARD_DATA");
  }

  @Test
  void nestsCommandsByTheWordsOfTheirPaths() {
    Echo echo = new Echo();
    CommandTree tree = new CommandTree(List.of(echo));
    assertThat(tree.run(List.of("say", "again", "hello"))).isEqualTo(1);
    assertThat(echo.word).isEqualTo("hello");
    assertThat(tree.run(List.of("say", "again"))).isEqualTo(2);
    assertThat(tree.run(List.of("say", "again", "--help"))).isZero();
    assertThat(tree.run(List.of("shout"))).isEqualTo(2);
  }

  @Test
  void forgetsWhatTheCommandBeforeSaid() {
    Choosing choosing = new Choosing();
    CommandTree tree = new CommandTree(List.of(choosing));
    assertThat(tree.run(List.of("choose", "--one=a", "--more=x=y", "--plain=p"))).isEqualTo(1);
    assertThat(tree.run(List.of("choose"))).isZero();
    assertThat(tree.run(List.of("choose", "--two=b"))).isEqualTo(1);
    assertThat(choosing.choice).extracting(choice -> choice.one).isNull();
  }

  @Test
  void letsOutWhatACommandThrows() {
    CommandTree tree = new CommandTree(List.of(new Broken()));
    assertThatThrownBy(() -> tree.run(List.of("break")))
        .satisfies(
            failure ->
                assertThat(Failures.sentence(failure)).isEqualTo("The file x.csv does not exist."));
  }

  @Command
  static class Broken implements ConsoleCommand {
    @Override
    public String path() {
      return "break";
    }

    @Override
    public Integer call() throws NoSuchFileException {
      throw new NoSuchFileException("x.csv");
    }
  }

  @Command(description = "For the test.")
  static class Choosing implements ConsoleCommand {
    static class Choice {
      @Option(names = "--one")
      @Nullable String one;

      @Option(names = "--two")
      @Nullable String two;
    }

    @ArgGroup @Nullable Choice choice;

    @Option(names = "--more")
    Map<String, String> more = new LinkedHashMap<>();

    @Option(names = "--plain")
    @Nullable String plain;

    @Override
    public String path() {
      return "choose";
    }

    @Override
    public Integer call() {
      return choice == null && more.isEmpty() && plain == null ? 0 : 1;
    }
  }

  @Command(description = "For the test.")
  static class Echo implements ConsoleCommand {
    @Parameters String word;

    @Override
    public String path() {
      return "say again";
    }

    @Override
    public Integer call() {
      return 1;
    }
  }
}
