package org.gridward.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.gridward.gis.geometry.Geodesic;
import org.gridward.gis.streets.Travel;
import org.gridward.grid.GroundChanged;
import org.gridward.grid.TestGround;
import org.gridward.identity.Role;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PostgisTest
class FacilityIT {

  private static final String ALWAYS = "24/7";
  private static final String NEVER = "off";

  @Autowired Facilities facilities;
  @Autowired NearestFacilities nearest;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Journal journal;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @LocalServerPort int port;

  private static FacilityFacts facts(String kind, double lon, double lat, String hours) {
    return new FacilityFacts(
        UUID.randomUUID().toString(),
        kind,
        Map.of("en", "Somewhere", "zh", "某处"),
        lon,
        lat,
        "1 Main St",
        hours,
        12,
        "+1 212 555 0100",
        "https://example.org/",
        "Reading");
  }

  private String kind() {
    String code = "k-" + UUID.randomUUID();
    jdbc.sql(
            """
            insert into facility_kind (code, names, icon, colour, rank)
            select ?, '{"en": "K"}', 'dot', 'public', max(rank) + 1 from facility_kind
            """)
        .param(code)
        .update();
    return code;
  }

  /** What the journal says from now on. */
  private List<JournalEntry> told(Cursor since) {
    return journal.listAfter(since, AreaPath.ROOT, 1_000).stream()
        .filter(entry -> entry.kind().startsWith("facilit"))
        .toList();
  }

  private List<String> found(String text) {
    return TestClient.anonymous(port)
        .get("/api/places?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
        .json()
        .at("/items")
        .valueStream()
        .map(place -> place.at("/names/en").asString())
        .toList();
  }

  private static FacilityFacts named(FacilityFacts facts, Map<String, String> names) {
    return new FacilityFacts(
        facts.code(),
        facts.kind(),
        names,
        facts.lon(),
        facts.lat(),
        facts.address(),
        facts.hours(),
        facts.capacity(),
        facts.phone(),
        facts.website(),
        facts.services());
  }

  @Test
  void isFoundByWhatPeopleType() {
    FacilityFacts facts = facts("library", 10, 10, ALWAYS);
    Facility made =
        facilities.create(
            named(facts, Map.of("en", "Xerophyta Reading Room", "zh", "象鼻虫阅览室")), Actor.SYSTEM);
    await()
        .untilAsserted(() -> assertThat(found("xeroph")).containsExactly("Xerophyta Reading Room"));
    assertThat(found("象鼻虫")).containsExactly("Xerophyta Reading Room");
    Facility now =
        facilities.update(
            made.id(),
            made.version(),
            named(facts, Map.of("en", "Quokkalore Reading Room")),
            Actor.SYSTEM);
    await().untilAsserted(() -> assertThat(found("xeroph")).isEmpty());
    assertThat(found("quokkalore")).containsExactly("Quokkalore Reading Room");
    facilities.remove(now.id(), now.version(), Actor.SYSTEM);
    await().untilAsserted(() -> assertThat(found("quokkalore")).isEmpty());
  }

  @Test
  void tellsTheJournalOfEveryChangeAndKeepsTheArea() {
    var district = ground.district(1, 2);
    Cursor since = journal.head();
    var first = district.centre(0);
    var second = district.centre(1);
    Facility made =
        facilities.create(facts("library", first.lon(), first.lat(), ALWAYS), Actor.SYSTEM);
    assertThat(made.areaPath()).isEqualTo(district.cells().get(0).path());
    assertThat(facilities.get(made.id())).isEqualTo(made);
    FacilityFacts moved = facts("library", second.lon(), second.lat(), null);
    Facility now = facilities.update(made.id(), 0, moved, Actor.SYSTEM);
    assertThat(now.areaPath()).isEqualTo(district.cells().get(1).path());
    assertThat(facilities.get(made.id())).isEqualTo(now);
    facilities.update(made.id(), 1, moved, Actor.SYSTEM);
    facilities.remove(made.id(), 1, Actor.SYSTEM);
    assertThat(facilities.find(made.id())).isEmpty();
    List<JournalEntry> told = told(since);
    assertThat(told)
        .extracting(JournalEntry::kind)
        .containsExactly("facility.created", "facility.changed", "facility.removed");
    assertThat(told.get(1).area()).isEqualTo(district.communities().getFirst().path());
    assertThat(told.get(1).payload().at("/facility/version").asInt()).isEqualTo(1);
  }

  @Test
  void refusesAChangeDecidedOnAnOldVersionAndACodeTwice() {
    FacilityFacts facts = facts("library", 1, 1, null);
    Facility made = facilities.create(facts, Actor.SYSTEM);
    facilities.update(made.id(), 0, facts("library", 1, 1.1, null), Actor.SYSTEM);
    assertThat(code(() -> facilities.remove(made.id(), 0, Actor.SYSTEM)))
        .isEqualTo("version-conflict");
    assertThat(code(() -> facilities.update(made.id(), 0, facts, Actor.SYSTEM)))
        .isEqualTo("version-conflict");
    Facility other = facilities.create(facts("library", 2, 2, null), Actor.SYSTEM);
    assertThat(code(() -> facilities.create(other.facts(), Actor.SYSTEM)))
        .isEqualTo("facility-code-taken");
    assertThat(code(() -> facilities.create(facts("castle", 2, 2, null), Actor.SYSTEM)))
        .isEqualTo("facility-kind-unknown");
  }

  private static String code(Runnable step) {
    List<String> codes = new ArrayList<>();
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(Problem.class, problem -> codes.add(problem.code()));
    return codes.getFirst();
  }

  @Test
  void findsTheNearestOpenAsBruteForceDoes() {
    String kind = kind();
    Random random = new Random(11);
    List<Facility> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String hours = i % 3 == 0 ? ALWAYS : i % 3 == 1 ? NEVER : null;
      double spread = i % 2 == 0 ? 0.05 : 40;
      all.add(
          facilities.create(
              facts(
                  kind,
                  spread * (random.nextDouble() - 0.5) + 20,
                  spread * (random.nextDouble() - 0.5) + 60,
                  hours),
              Actor.SYSTEM));
    }
    for (int i = 0; i < 60; i++) {
      double lon = 20 + (random.nextDouble() - 0.5) * (i % 2 == 0 ? 0.06 : 30);
      double lat = 60 + (random.nextDouble() - 0.5) * (i % 2 == 0 ? 0.06 : 30);
      boolean open = i % 4 < 2;
      List<NearFacility> found =
          nearest.list(new NearQuery(List.of(kind), lon, lat, Travel.ON_FOOT, open, 5));
      List<Facility> expected =
          all.stream()
              .filter(each -> !open || ALWAYS.equals(each.facts().hours()))
              .sorted(Comparator.comparingDouble(each -> metres(each, lon, lat)))
              .limit(5)
              .toList();
      assertThat(found).extracting(NearFacility::facility).isEqualTo(expected);
      assertThat(found.getFirst().metres())
          .isCloseTo(metres(expected.getFirst(), lon, lat), within(0.01));
    }
    assertThat(nearest.list(new NearQuery(List.of(kind), 20, 60, Travel.ON_FOOT, true, 50)))
        .hasSize(50);
    assertThat(
            nearest.list(new NearQuery(List.of("toilet-" + kind), 20, 60, Travel.ON_FOOT, true, 5)))
        .isEmpty();
  }

  private static double metres(Facility facility, double lon, double lat) {
    return Geodesic.metres(lon, lat, facility.facts().lon(), facility.facts().lat());
  }

  @Test
  void looksForTheNearestByItsIndex() {
    String plan =
        transaction.execute(
            _ -> {
              jdbc.sql("set local enable_seqscan = off").update();
              jdbc.sql("set local enable_sort = off").update();
              return String.join(
                  "\n",
                  jdbc.sql(
                          """
                          explain select id from facility where kind = 'library' order by
                          location::geography <-> ST_SetSRID(ST_MakePoint(1, 2), 4326)::geography
                          limit 5
                          """)
                      .query(String.class)
                      .list());
            });
    assertThat(plan).contains("facility_near").doesNotContain("Sort");
  }

  @Test
  void followsNewBoundaries() {
    var district = ground.district(1, 1);
    var centre = district.centre(0);
    Facility made =
        facilities.create(facts("library", centre.lon(), centre.lat(), null), Actor.SYSTEM);
    Cursor since = journal.head();
    jdbc.sql("update facility set area_path = '' where id = ?").param(made.id()).update();
    events.publishEvent(new GroundChanged());
    assertThat(facilities.get(made.id()).areaPath()).isEqualTo(made.areaPath());
    assertThat(told(since)).extracting(JournalEntry::kind).contains("facilities.changed");
    Cursor again = journal.head();
    events.publishEvent(new GroundChanged());
    assertThat(told(again)).isEmpty();
  }

  @Test
  void listsByAreaKindAndBoxPageByPage() {
    var district = ground.district(1, 3);
    for (int i = 0; i < 3; i++) {
      var centre = district.centre(i);
      facilities.create(facts("pharmacy", centre.lon(), centre.lat(), ALWAYS), Actor.SYSTEM);
    }
    TestClient anybody = TestClient.anonymous(port);
    String of = "/api/facilities?kind=pharmacy&area=" + district.top().id();
    var first = anybody.get(of + "&limit=2").json();
    assertThat(first.path("items").size()).isEqualTo(2);
    var rest = anybody.get(of + "&limit=2&after=" + first.path("next").asLong()).json();
    assertThat(rest.path("items").size()).isEqualTo(1);
    assertThat(rest.path("next").isNull()).isTrue();
    assertThat(rest.at("/items/0/open").asString()).isEqualTo("OPEN");
    assertThat(rest.at("/items/0/week").size()).isEqualTo(7);
    assertThat(rest.at("/items/0/timeZone").asString()).isEqualTo(ZoneId.systemDefault().getId());
    assertThat(anybody.get(of.replace("pharmacy", "school")).json().path("items").size()).isZero();
    var cell = district.centre(1);
    String box =
        "&bbox=%s,%s,%s,%s"
            .formatted(cell.lon() - 1e-5, cell.lat() - 1e-5, cell.lon() + 1e-5, cell.lat() + 1e-5);
    assertThat(anybody.get(of + box).json().path("items").size()).isEqualTo(1);
    assertThat(anybody.get(of + "&bbox=1,2,3").code()).isEqualTo("bbox-malformed");
    assertThat(anybody.get("/api/facilities?area=987654321").code()).isEqualTo("area-unknown");
  }

  @Test
  void theMapHasATagThatChangesWithEveryFacility() {
    var district = ground.district(1, 1);
    var centre = district.centre(0);
    TestClient anybody = TestClient.anonymous(port);
    String of = "/api/facilities/map?area=" + district.top().id();
    facilities.create(facts("school", centre.lon(), centre.lat(), ALWAYS), Actor.SYSTEM);
    var before = anybody.get(of);
    String tag = before.header("etag");
    assertThat(before.json().at("/columns/kind/0").asString()).isEqualTo("school");
    assertThat(before.json().at("/hours/0/open").asString()).isEqualTo("OPEN");
    assertThat(anybody.get(of, Map.of("If-None-Match", tag)).status()).isEqualTo(304);
    Facility other =
        facilities.create(facts("school", centre.lon(), centre.lat(), null), Actor.SYSTEM);
    var after = anybody.get(of, Map.of("If-None-Match", tag));
    assertThat(after.json().at("/columns/id").size()).isEqualTo(2);
    facilities.remove(other.id(), 0, Actor.SYSTEM);
    var last = anybody.get(of, Map.of("If-None-Match", after.header("etag")));
    assertThat(last.json().at("/columns/id").size()).isEqualTo(1);
  }

  @Test
  void anOperatorWritesInTheOwnAreaOnly() {
    var own = ground.district(1, 1);
    var foreign = ground.district(1, 1);
    TestClient operator = TestClient.withKey(port, people.key(Role.OPERATOR, own.top().path()));
    var made = operator.post("/api/facilities", body(own.centre(0)));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().path("phone").asString()).isEqualTo("+1 212 555 0100");
    String path = "/api/facilities/" + made.json().path("id").asLong();
    Map<String, Object> abroad = body(foreign.centre(0));
    abroad.put("version", 0);
    assertThat(operator.put(path, abroad).status()).isEqualTo(403);
    Map<String, Object> wrong = body(own.centre(0));
    wrong.put("website", "javascript:alert(1)");
    assertThat(operator.post("/api/facilities", wrong).code()).isEqualTo("facility-invalid");
    wrong.remove("website");
    wrong.put("hours", "always");
    assertThat(operator.post("/api/facilities", wrong).code()).isEqualTo("hours-unreadable");
    assertThat(operator.delete(path + "?version=3").code()).isEqualTo("version-conflict");
    assertThat(operator.delete(path + "?version=0").status()).isEqualTo(204);
    assertThat(operator.get(path).code()).isEqualTo("facility-unknown");
  }

  private static Map<String, Object> body(TestGround.LonLat at) {
    FacilityFacts facts = facts("library", at.lon(), at.lat(), null);
    return new HashMap<>(
        Map.of(
            "code", facts.code(),
            "kind", facts.kind(),
            "names", facts.names(),
            "lon", facts.lon(),
            "lat", facts.lat(),
            "phone", "+1 212 555 0100"));
  }

  @Test
  void measuresFromAnIncidentForThoseWhoSeeIt() {
    var district = ground.district(1, 2);
    String kind = kind();
    var far = district.centre(1);
    facilities.create(facts(kind, far.lon(), far.lat(), ALWAYS), Actor.SYSTEM);
    TestClient operator =
        TestClient.withKey(port, people.key(Role.OPERATOR, district.top().path()));
    var here = district.centre(0);
    String category = operator.get("/api/categories").json().at("/items/0/code").asString();
    String incident =
        operator
            .post(
                "/api/incidents",
                Map.of("category", category, "place", Map.of("lon", here.lon(), "lat", here.lat())))
            .json()
            .path("id")
            .asString();
    String ask = "/api/facilities/nearest?open=true&kind=" + kind + "&incident=" + incident;
    var answer = operator.get(ask).json();
    assertThat(answer.path("distance").asString()).isEqualTo("straight-line");
    assertThat(answer.at("/items/0/metres").asDouble())
        .isCloseTo(Geodesic.metres(here.lon(), here.lat(), far.lon(), far.lat()), within(0.1));
    assertThat(TestClient.anonymous(port).get(ask).status()).isEqualTo(401);
    assertThat(TestClient.anonymous(port).get("/api/facilities/nearest?kind=" + kind).code())
        .isEqualTo("place-missing");
  }

  /** The first and the last column of tiles reach over the edge of the map. */
  @Test
  void drawsWhatLiesInTilesAtTheEdgeOfTheMap() {
    for (double lon : new double[] {-134.6, 134.6}) {
      String name = "Edge " + UUID.randomUUID();
      facilities.create(named(facts(kind(), lon, -44.2, ALWAYS), Map.of("en", name)), Actor.SYSTEM);
      for (int z = 0; z <= 3; z++) {
        int x = (int) ((lon + 180) / 360 * (1 << z));
        int y = (1 << z) * 5 / 8; // 0 to 66 degrees south, halved as the zoom grows
        String path = "/api/tiles/facilities/current/%d/%d/%d.mvt".formatted(z, x, y);
        await()
            .untilAsserted(
                () ->
                    assertThat(TestClient.anonymous(port).get(path).body())
                        .as(path)
                        .contains(name));
      }
    }
  }

  @Test
  void namesAFacilityOnceWhateverIsAskedTwice() {
    String kind = kind();
    facilities.create(facts(kind, 33, 33, ALWAYS), Actor.SYSTEM);
    var answer =
        TestClient.anonymous(port)
            .get("/api/facilities/nearest?lon=33&lat=33&kind=%1$s&kind=%1$s".formatted(kind));
    assertThat(answer.json().at("/items")).as(answer.body()).hasSize(1);
  }
}
