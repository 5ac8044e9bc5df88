package org.gridward.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridward.gis.city.City;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the made-up people until it is closed. Their moves follow from a fixed seed. */
public final class DemoLife implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DemoLife.class);
  private static final long SEED = 20_260_801;

  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(4, Thread.ofPlatform().daemon().name("demo-", 0).factory());
  private final URI server;
  private final DemoGround ground;
  private final List<String> workers;

  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  /**
   * @param city where they live
   * @param workers logins of the simulated workers
   */
  public DemoLife(URI server, City city, List<String> workers) {
    this.server = server;
    this.ground = DemoGround.of(city);
    this.workers = List.copyOf(workers);
  }

  /** Signs everybody in, in the background, and lets them live. */
  public void start() {
    timer.execute(
        () -> {
          try {
            begin();
          } catch (IOException e) {
            LOG.warn("The demo's simulation could not begin: {}", e.toString());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void begin() throws IOException, InterruptedException {
    DemoClient desk = new DemoClient(server);
    DemoAccount operator = DemoAccount.SIMULATED_OPERATOR;
    desk.signIn(operator.login(), operator.password());
    DemoReporters reporters = new DemoReporters(new DemoClient(server), ground, new Random(SEED));
    every(6_000, 500, reporters::step);
    every(5_000, 3_000, new DemoOperator(desk, Clock.systemUTC())::step);
    for (DemoWorker worker : signIn()) {
      worker.goOnDuty();
      every(2_000, new Random().nextInt(2_000), worker::step);
    }
  }

  /** All but those to whom a folder of an older version has given no password. */
  private List<DemoWorker> signIn() throws InterruptedException {
    List<DemoWorker> people = new ArrayList<>();
    for (String login : workers) {
      DemoClient phone = new DemoClient(server);
      try {
        phone.signIn(login, DemoAccount.SIMULATED_PASSWORD);
      } catch (IOException e) {
        LOG.warn("{} of the demo cannot sign in and stays at home: {}", login, e.toString());
        continue;
      }
      Random random = new Random(SEED + people.size());
      people.add(new DemoWorker(phone, ground, ground.beat(login), random, Clock.systemUTC()));
    }
    return people;
  }

  private void every(long milliseconds, long first, Step step) {
    timer.scheduleWithFixedDelay(
        () -> {
          try {
            step.run();
          } catch (IOException | RuntimeException e) {
            LOG.debug("A step of the demo failed", e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        first,
        milliseconds,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
