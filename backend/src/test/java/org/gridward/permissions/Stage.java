package org.gridward.permissions;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.facility.Facilities;
import org.gridward.facility.FacilityFacts;
import org.gridward.grid.TestGround;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.identity.WallTokens;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.gridward.wall.WallScene;
import org.gridward.wall.WallScenes;
import org.gridward.workforce.NewWorker;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The ground, the people and the things that the walk needs. A placeholder makes a new thing each
 * time, so that one call's success does not change the next call's answer.
 */
@Component
@Lazy
public class Stage {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

  private final TestPeople people;
  private final Workforce workforce;
  private final ApiKeys keys;
  private final Facilities facilities;
  private final WallScenes scenes;
  private final WallTokens wallTokens;
  private final TestGround.District own;
  private final TestGround.District foreign;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Cast, String> tokens = new EnumMap<>(Cast.class);
  private final Map<String, Supplier<Object>> things;

  Stage(
      TestGround ground,
      TestPeople people,
      Workforce workforce,
      ApiKeys keys,
      Facilities facilities,
      WallScenes scenes,
      WallTokens wallTokens) {
    this.people = people;
    this.workforce = workforce;
    this.keys = keys;
    this.facilities = facilities;
    this.scenes = scenes;
    this.wallTokens = wallTokens;
    this.own = ground.district(1, 2);
    this.foreign = ground.district(1, 2);
    this.things =
        Map.ofEntries(
            Map.entry("now", Instant::now),
            Map.entry("n", next::incrementAndGet),
            Map.entry("area", () -> own.top().id()),
            Map.entry("cell", () -> own.cells().getFirst().id()),
            Map.entry("cellCode", () -> own.cells().getFirst().code()),
            Map.entry("lon", () -> own.centre(0).lon()),
            Map.entry("lat", () -> own.centre(0).lat()),
            Map.entry("user", () -> people.user(Role.LEADER, own.top().path()).id()),
            Map.entry("key", this::key),
            Map.entry("worker", () -> worker(own.top().path()).id()),
            Map.entry("shift", this::shift),
            Map.entry("incident", this::incident),
            Map.entry("made", this::made),
            Map.entry("category", this::category),
            Map.entry("facility", this::facility),
            Map.entry("scene", this::scene),
            Map.entry("wallToken", () -> wallToken(true).id()),
            Map.entry("uuid", UUID::randomUUID));
    for (Cast member : Cast.values()) {
      if (member.role != null) {
        tokens.put(member, token(member));
      }
    }
  }

  private String token(Cast member) {
    AreaPath area = (member.own ? own : foreign).top().path();
    long userId =
        member.role == Role.GRID_WORKER
            ? worker(area).userId()
            : people.user(member.role, area).id();
    return keys.create(userId, "walk", Actor.SYSTEM).token();
  }

  private Worker worker(AreaPath area) {
    User user = people.user(Role.GRID_WORKER, area);
    return workforce.create(
        new NewWorker(user.id(), user.name(), null, area, Set.of(), 5, null), Actor.SYSTEM);
  }

  private Object key() {
    return keys.create(people.user(Role.LEADER, own.top().path()).id(), "k", Actor.SYSTEM).id();
  }

  private Object shift() {
    Instant from = Instant.parse("2031-01-01T08:00:00Z");
    return workforce
        .addShift(worker(own.top().path()).id(), from, from.plusSeconds(60), Actor.SYSTEM)
        .id();
  }

  private Object facility() {
    FacilityFacts facts =
        new FacilityFacts(
            "walk-" + next.incrementAndGet(),
            "library",
            Map.of("en", "Library"),
            own.centre(0).lon(),
            own.centre(0).lat(),
            null,
            null,
            null,
            null,
            null,
            null);
    return facilities.create(facts, Actor.SYSTEM).id();
  }

  /** A new token of a wall in the own or the foreign district. */
  ApiKeys.NewApiKey wallToken(boolean ofOwn) {
    return wallTokens.create("walk", (ofOwn ? own : foreign).top().path(), Actor.SYSTEM);
  }

  private Object scene() {
    var facts = new WallScene.Facts("Scene", own.top().path(), null, WallScene.Tint.LOAD, 30);
    return scenes.create(facts, Actor.SYSTEM).id();
  }

  private int port;

  public void at(int serverPort) {
    port = serverPort;
  }

  /** A new incident in the own district, over HTTP. */
  private Object incident() {
    var body =
        Map.of(
            "category",
            TestClient.anonymous(port).get("/api/categories").json().at("/items/0/code").asString(),
            "place",
            Map.of("lon", own.centre(0).lon(), "lat", own.centre(0).lat()));
    return client(Cast.OPERATOR_OWN).post("/api/incidents", body).json().at("/id").asString();
  }

  private Object category() {
    return TestClient.anonymous(port).get("/api/categories").json().at("/items/0/code").asString();
  }

  /** Makes sure that there is an open incident; the word for open ones. */
  private Object made() {
    incident();
    return "OPEN";
  }

  /** The key of the caller, or null for nobody. */
  public String tokenOf(Cast member) {
    return tokens.get(member);
  }

  public TestClient client(Cast member) {
    String token = tokens.get(member);
    return token == null ? TestClient.anonymous(port) : TestClient.withKey(port, token);
  }

  /** A caller who may do everything everywhere and is a worker too. */
  TestClient everything() {
    User user = people.user();
    for (Role role : List.of(Role.values())) {
      people.grant(user, role, AreaPath.ROOT);
    }
    workforce.create(
        new NewWorker(user.id(), user.name(), null, AreaPath.ROOT, Set.of(), 5, null),
        Actor.SYSTEM);
    return TestClient.withKey(port, keys.create(user.id(), "all", Actor.SYSTEM).token());
  }

  public String fill(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      Supplier<Object> thing = things.get(matcher.group(1));
      if (thing == null) {
        throw new IllegalArgumentException("no such placeholder: " + matcher.group());
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(thing.get().toString()));
    }
    return matcher.appendTail(filled).toString();
  }
}
