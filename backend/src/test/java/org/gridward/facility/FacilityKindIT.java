package org.gridward.facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.identity.Role;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PostgisTest
class FacilityKindIT {

  @Autowired TestPeople people;
  @Autowired Facilities facilities;
  @Autowired Journal journal;
  @LocalServerPort int port;

  private TestClient administrator;
  private String code;

  @BeforeEach
  void signIn() {
    administrator = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, AreaPath.ROOT));
    code = "k-" + UUID.randomUUID();
  }

  private Map<String, Object> body() {
    return new HashMap<>(
        Map.of(
            "code",
            code,
            "names",
            Map.of("en", "Water point", "zh", "饮水点"),
            "icon",
            "dot",
            "colour",
            "outdoor",
            "rules",
            List.of("amenity=drinking_water", "man_made=water_tap+access=*")));
  }

  private List<String> codes() {
    return facilities.listKinds().stream().map(FacilityKind::code).toList();
  }

  @Test
  void administratorsAddChangeMoveAndRemoveKindsAndTheJournalKnows() {
    Cursor since = journal.head();
    int before = codes().size();
    assertThat(administrator.post("/api/facility-kinds", body()).status()).isEqualTo(201);
    assertThat(codes()).hasSize(before + 1).endsWith(code);
    assertThat(administrator.post("/api/facility-kinds", body()).code())
        .isEqualTo("facility-kind-taken");
    String path = "/api/facility-kinds/" + code;
    Map<String, Object> changed = body();
    changed.put("names", Map.of("en", "Tap"));
    changed.put("version", 0);
    changed.put("position", 2);
    var now = administrator.put(path, changed);
    assertThat(now.json().path("version").asInt()).isEqualTo(1);
    assertThat(codes().get(1)).isEqualTo(code);
    assertThat(administrator.put(path, changed).code()).isEqualTo("version-conflict");
    assertThat(administrator.delete(path + "?version=0").code()).isEqualTo("version-conflict");
    assertThat(administrator.delete(path + "?version=1").status()).isEqualTo(204);
    assertThat(administrator.delete(path + "?version=1").code()).isEqualTo("facility-kind-unknown");
    assertThat(codes()).hasSize(before).doesNotContain(code);
    assertThat(journal.listAfter(since, AreaPath.ROOT, 1_000))
        .filteredOn(entry -> entry.subject().id().equals(code))
        .extracting(JournalEntry::kind)
        .containsExactly("facility-kind.created", "facility-kind.changed", "facility-kind.removed");
  }

  @Test
  void refusesWhatCannotBeAndToRemoveWhatIsUsed() {
    Map<String, Object> body = body();
    body.put("rules", List.of("amenity"));
    assertThat(administrator.post("/api/facility-kinds", body).code()).isEqualTo("rule-malformed");
    for (var wrong :
        Map.<String, Object>of(
                "code", "Not This", "names", Map.of("zh", "无"), "icon", "", "colour", "a b")
            .entrySet()) {
      Map<String, Object> one = body();
      one.put(wrong.getKey(), wrong.getValue());
      assertThat(administrator.post("/api/facility-kinds", one).code())
          .as(wrong.getKey())
          .isEqualTo("facility-kind-invalid");
    }
    Map<String, @Nullable String> nameless = new HashMap<>();
    nameless.put("en", null);
    for (var wrong :
        Map.<String, Object>of("names", nameless, "rules", Arrays.asList("a=b", null)).entrySet()) {
      Map<String, Object> one = body();
      one.put(wrong.getKey(), wrong.getValue());
      assertThat(administrator.post("/api/facility-kinds", one).status())
          .as(wrong.getKey())
          .isBetween(400, 422);
    }
    administrator.post("/api/facility-kinds", body());
    facilities.create(
        new FacilityFacts(
            code, code, Map.of("en", "One"), 1, 1, null, null, null, null, null, null),
        Actor.SYSTEM);
    assertThat(administrator.delete("/api/facility-kinds/" + code + "?version=0").code())
        .isEqualTo("facility-kind-in-use");
  }

  @Test
  void theDefaultKindsSayWhichTagsMakeThemTheNarrowerOneFirst() {
    List<FacilityKind> kinds = facilities.listKinds();
    List<String> rules = kinds.stream().flatMap(kind -> kind.rules().stream()).toList();
    assertThat(rules).contains("amenity=library", "leisure=playground");
    assertThat(rules.indexOf("amenity=social_facility+social_facility:for=senior"))
        .isBetween(0, rules.indexOf("amenity=social_facility") - 1);
  }
}
