package org.gridward.cli.demo;

import java.util.List;
import org.gridward.gis.demo.WorkerNames;

/**
 * An account of the demonstration. Its password is public: it is shown on the demo's sign-in page
 * and exists only in the demo's own database.
 *
 * @param role what it shows, as the sign-in page names it
 */
public record DemoAccount(String login, String password, String role, String name) {

  /** What a visitor may sign in as. */
  public static final List<DemoAccount> SHOWN =
      List.of(
          new DemoAccount("operator", "demo-operator", "OPERATOR", "Olive Operator"),
          new DemoAccount("worker01", "demo-worker01", "GRID_WORKER", WorkerNames.of(1)),
          new DemoAccount("worker02", "demo-worker02", "GRID_WORKER", WorkerNames.of(2)),
          new DemoAccount("leader", "demo-leader", "LEADER", "Lee Leader"),
          new DemoAccount("admin", "demo-admin", "ADMINISTRATOR", "Ada Administrator"));

  /** The operator whom the simulation plays, so that the visitor's own is left alone. */
  public static final DemoAccount SIMULATED_OPERATOR =
      new DemoAccount("sim-operator", "demo-sim-operator", "OPERATOR", "Simulated operator");

  /** The password of every simulated worker. */
  public static final String SIMULATED_PASSWORD = "demo-simulated-worker";
}
