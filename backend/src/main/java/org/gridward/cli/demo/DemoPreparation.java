package org.gridward.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.gridward.gis.city.City;
import org.gridward.gis.city.CityLevel;
import org.gridward.gis.city.CityShifts;
import org.gridward.gis.city.CityYear;
import org.gridward.gis.demo.WorkerRow;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.identity.Users;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;

/**
 * Fills the demo's own, empty database: draws the made-up city, imports it by the same commands an
 * installation uses, and opens the accounts. Done again, it changes nothing.
 */
public final class DemoPreparation {

  private static final long SEED = 7;
  private static final int CELLS = 160;
  private static final int SIMULATED_WORKERS = 36;

  private final City city = City.of(SEED, CELLS);
  private final Users users;
  private final Clock clock;
  private final ToIntFunction<List<String>> commands;

  /**
   * @param commands runs one command, given as words, and answers its exit code
   */
  public DemoPreparation(Users users, Clock clock, ToIntFunction<List<String>> commands) {
    this.users = users;
    this.clock = clock;
    this.commands = commands;
  }

  /**
   * @param folder where the city's files are written
   */
  public void run(Path folder) throws IOException {
    DemoAccount last = DemoAccount.SIMULATED_OPERATOR;
    if (users.findByLogin(last.login()).isPresent()) {
      return;
    }
    city.write(folder);
    for (CityLevel level : CityLevel.values()) {
      run(importAreas(level, folder));
    }
    run(List.of("import", "workers", folder.resolve("workers.csv").toString()));
    importShifts(folder.resolve(CityShifts.FILE));
    run(importFacilities(folder));
    run(List.of("import", "households", folder.resolve("households.csv").toString()));
    run(List.of("import", "places", folder.resolve("city.osm.pbf").toString()));
    importPast(folder.resolve(CityYear.FILE));
    simulatedWorkers().forEach(login -> setPassword(login, DemoAccount.SIMULATED_PASSWORD));
    DemoAccount.SHOWN.forEach(this::open);
    open(last);
  }

  private void run(List<String> words) throws IOException {
    if (commands.applyAsInt(words) != 0) {
      throw new IOException("'" + String.join(" ", words) + "' did not succeed");
    }
  }

  private static List<String> importAreas(CityLevel level, Path folder) {
    List<String> words = new ArrayList<>(List.of("import", "areas"));
    words.add(folder.resolve(level.fileName()).toString());
    words.add("--level=" + level.code() + ":" + level.nameEn() + ":" + level.nameZh());
    words.addAll(List.of("--code=code", "--name=name_en", "--name-zh=name_zh"));
    if (level != CityLevel.CITY) {
      words.add("--parent=parent");
    }
    if (level == CityLevel.CELL) {
      words.add("--cell");
    }
    return words;
  }

  /** Only of those who are played: the phones of the others answer nothing. */
  private void importShifts(Path file) throws IOException {
    List<String> played = simulatedWorkers();
    CityShifts.write(
        CityShifts.around(city, clock.instant(), ZoneId.systemDefault()).stream()
            .filter(shift -> played.contains(shift.login()))
            .toList(),
        file);
    run(List.of("import", "shifts", file.toString()));
  }

  /**
   * A year that ends now, so that maps and trends have something to tell. A preparation that was
   * cut short goes on with the year it had: incidents that are taken in may not say other things.
   */
  private void importPast(Path file) throws IOException {
    if (!Files.exists(file)) {
      Path making = file.resolveSibling(file.getFileName() + ".making");
      CityYear.write(CityYear.before(city, clock.instant(), ZoneId.systemDefault()), making);
      Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
    }
    run(
        List.of(
            "import",
            "incidents",
            file.toString(),
            "--columns=id=id,category=category,description=description,lon=lon,lat=lat,"
                + "address=address,created=created,closed=closed"));
  }

  private static List<String> importFacilities(Path folder) {
    return List.of(
        "import",
        "facilities",
        folder.resolve("facilities.csv").toString(),
        "--kind-column=kind",
        "--columns=code=code,name=name_en,name_zh=name_zh,lon=lon,lat=lat,address=address,"
            + "hours=hours,capacity=capacity,services=services");
  }

  /** The city, as drawn. */
  public City city() {
    return city;
  }

  /**
   * Logins of those whom the simulation plays: somebody of every station before a second one of
   * any, and not the visitor's two workers.
   */
  public List<String> simulatedWorkers() {
    return playedIn(city);
  }

  static List<String> playedIn(City city) {
    List<String> visitors = DemoAccount.SHOWN.stream().map(DemoAccount::login).toList();
    Map<String, Integer> taken = new HashMap<>();
    Map<Integer, List<String>> turns = new TreeMap<>();
    for (WorkerRow worker : city.workers()) {
      if (!visitors.contains(worker.login())) {
        int turn = taken.merge(String.valueOf(worker.unit()), 1, Integer::sum);
        turns.computeIfAbsent(turn, key -> new ArrayList<>()).add(worker.login());
      }
    }
    return turns.values().stream().flatMap(List::stream).limit(SIMULATED_WORKERS).toList();
  }

  private void open(DemoAccount account) {
    User user =
        users
            .findByLogin(account.login())
            .orElseGet(
                () ->
                    users.create(
                        account.login(), account.name(), account.password(), Actor.SYSTEM));
    users.setPassword(user.id(), account.password(), Actor.SYSTEM);
    Role role = Role.valueOf(account.role());
    if (role == Role.ADMINISTRATOR) {
      for (Role each : List.of(Role.ADMINISTRATOR, Role.OPERATOR, Role.LEADER)) {
        users.grant(user.id(), each, AreaPath.ROOT, Actor.SYSTEM);
      }
    } else if (role != Role.GRID_WORKER) {
      users.grant(user.id(), role, AreaPath.ROOT, Actor.SYSTEM);
    }
  }

  private void setPassword(String login, String password) {
    users
        .findByLogin(login)
        .ifPresent(user -> users.setPassword(user.id(), password, Actor.SYSTEM));
  }

  /** The accounts as properties of the application, for its sign-in page. */
  public static void describe(Map<String, String> properties) {
    for (int i = 0; i < DemoAccount.SHOWN.size(); i++) {
      DemoAccount account = DemoAccount.SHOWN.get(i);
      String prefix = "gridward.demo.accounts[" + i + "].";
      properties.put(prefix + "login", account.login());
      properties.put(prefix + "password", account.password());
      properties.put(prefix + "role", account.role());
      properties.put(prefix + "name", account.name());
    }
  }
}
