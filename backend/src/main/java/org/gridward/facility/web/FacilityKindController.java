package org.gridward.facility.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.facility.FacilityKind;
import org.gridward.facility.FacilityKinds;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The kinds of facilities: to read for everybody, to change for whole installations'
 * administrators.
 */
@RestController
class FacilityKindController {

  private final FacilityKinds kinds;

  FacilityKindController(FacilityKinds kinds) {
    this.kinds = kinds;
  }

  record KindList(List<FacilityKind> items, @Nullable Long next) {}

  /**
   * What a kind is to be.
   *
   * @param code of a new one; else the address says it
   * @param position in the order, from 1; null: at the end
   * @param version on which a change was decided
   */
  record KindBody(
      @Nullable String code,
      @Nullable Map<String, @Nullable String> names,
      @Nullable String icon,
      @Nullable String colour,
      @Nullable List<@Nullable String> rules,
      @Nullable Integer position,
      @Nullable Integer version) {

    FacilityKind kind(@Nullable String ofAddress, int ofVersion) {
      return new FacilityKind(
          given("code", ofAddress == null ? code : ofAddress),
          allNames(),
          given("icon", icon),
          given("colour", colour),
          rules == null ? List.of() : rules.stream().map(KindBody::orNothing).toList(),
          ofVersion);
    }

    private Map<String, String> allNames() {
      Map<String, String> all = new HashMap<>();
      given("names", names).forEach((tag, name) -> all.put(tag, orNothing(name)));
      return all;
    }

    /** Nothing is refused with the others that cannot be. */
    private static String orNothing(@Nullable String text) {
      return text == null ? "" : text;
    }

    int place() {
      return position == null ? Integer.MAX_VALUE : position;
    }

    private static <T> T given(String field, @Nullable T value) {
      if (value == null) {
        throw new Problem.Rejected(
            "facility-kind-invalid", field + " is missing", Map.of("field", field));
      }
      return value;
    }
  }

  @GetMapping("/api/facility-kinds")
  KindList list() {
    return new KindList(kinds.list(), null);
  }

  @PostMapping("/api/facility-kinds")
  @ResponseStatus(HttpStatus.CREATED)
  FacilityKind create(Caller caller, @RequestBody KindBody body) {
    caller.require(AreaPath.ROOT, Role.ADMINISTRATOR);
    return kinds.create(body.kind(null, 0), body.place(), caller.actor());
  }

  @PutMapping("/api/facility-kinds/{code}")
  FacilityKind update(Caller caller, @PathVariable String code, @RequestBody KindBody body) {
    caller.require(AreaPath.ROOT, Role.ADMINISTRATOR);
    int version = KindBody.given("version", body.version());
    return kinds.update(body.kind(code, version), body.place(), caller.actor());
  }

  @DeleteMapping("/api/facility-kinds/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Caller caller, @PathVariable String code, @RequestParam int version) {
    caller.require(AreaPath.ROOT, Role.ADMINISTRATOR);
    kinds.remove(code, version, caller.actor());
  }
}
