package org.gridward.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.cli.demo.DemoAccount;
import org.gridward.cli.demo.DemoLife;
import org.gridward.cli.demo.DemoPreparation;
import org.gridward.identity.Users;
import org.gridward.shared.cli.ConsoleCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What {@code ./gridward demo} adds to a started server: the city, the accounts, the life. */
final class Demo {

  private Demo() {}

  /** Tells the application that it is a demo and which accounts its sign-in page shows. */
  static SpringArguments describe(SpringArguments arguments) {
    Map<String, String> accounts = new LinkedHashMap<>();
    DemoPreparation.describe(accounts);
    accounts.forEach(arguments::with);
    // All made-up residents report from one address.
    return arguments.with("gridward.public-limits.reports", "1000").with("gridward.demo", "true");
  }

  static void open(ConfigurableApplicationContext server, Setup setup) throws IOException {
    CommandTree commands = new CommandTree(server.getBeansOfType(ConsoleCommand.class).values());
    DemoPreparation preparation =
        new DemoPreparation(
            server.getBean(Users.class), server.getBean(Clock.class), commands::run);
    Path folder = setup.data().resolve("city");
    preparation.run(folder);
    DemoBasemap.makeLater(setup, folder.resolve("city.osm.pbf"));
    DemoLife life =
        new DemoLife(URI.create(setup.url()), preparation.city(), preparation.simulatedWorkers());
    life.start();
    SpringApplication.getShutdownHandlers().add(life::close);
    say(setup);
  }

  private static void say(Setup setup) {
    System.out.printf(
        """

        This is a demonstration: the city, its people and all that happens in it are made up.

          console   %1$s/console   sign in as  %2$s
          phone     %1$s/field     sign in as  %3$s
          resident  %1$s/          no sign-in

        The sign-in page shows all accounts. Ctrl-C ends it; its data stay in %4$s.

        """,
        setup.url(),
        words(DemoAccount.SHOWN.get(0)),
        words(DemoAccount.SHOWN.get(1)),
        setup.data());
  }

  private static String words(DemoAccount account) {
    return account.login() + " / " + account.password();
  }
}
