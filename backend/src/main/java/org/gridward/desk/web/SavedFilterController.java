package org.gridward.desk.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.gridward.desk.SavedFilter;
import org.gridward.desk.SavedFilter.Asked;
import org.gridward.desk.SavedFilters;
import org.gridward.identity.Caller;
import org.gridward.identity.NotAllowed;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own filters of the queue; nobody sees another's. */
@RestController
@RequestMapping("/api/saved-filters")
class SavedFilterController {

  private static final Role[] USERS = {Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR};
  private static final int LONGEST_WORDS = 200;
  private static final int MOST_CODES = 50;

  private final SavedFilters filters;

  SavedFilterController(SavedFilters filters) {
    this.filters = filters;
  }

  /**
   * What is sent.
   *
   * @param version of the filter that is changed; not used for a new one
   */
  record FilterBody(
      @NotNull @Size(min = 1, max = 60) String name,
      @NotNull Asked filter,
      @Nullable Integer version) {}

  record FilterList(List<SavedFilter> items, @Nullable String next) {}

  @GetMapping
  FilterList list(Caller caller) {
    require(caller);
    return new FilterList(filters.list(caller.userId()), null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SavedFilter save(Caller caller, @Valid @RequestBody FilterBody body) {
    require(caller);
    return filters.save(caller.userId(), name(body), checked(body.filter()));
  }

  @PutMapping("/{id}")
  SavedFilter update(Caller caller, @PathVariable long id, @Valid @RequestBody FilterBody body) {
    require(caller);
    Integer version = body.version();
    if (version == null) {
      throw new Problem.Rejected("version-missing", "version is missing", Map.of());
    }
    SavedFilter changed = new SavedFilter(id, name(body), checked(body.filter()), version);
    return filters.update(caller.userId(), changed, version);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Caller caller, @PathVariable long id) {
    require(caller);
    filters.remove(caller.userId(), id);
  }

  private static void require(Caller caller) {
    if (caller.scopes(USERS).isEmpty()) {
      throw new NotAllowed(AreaPath.ROOT, USERS);
    }
  }

  private static String name(FilterBody body) {
    String name = body.name().strip();
    if (name.isEmpty() || unstorable(name)) {
      throw bad("name", "must be readable text");
    }
    return name;
  }

  private static Asked checked(Asked filter) {
    String words = filter.words();
    if (words != null && (words.length() > LONGEST_WORDS || unstorable(words))) {
      throw bad("words", "must be readable text of at most %d characters".formatted(LONGEST_WORDS));
    }
    List<String> codes = filter.category();
    if (codes != null
        && (codes.size() > MOST_CODES
            || codes.stream().anyMatch(c -> c == null || c.length() > 100 || unstorable(c)))) {
      throw bad("category", "must be at most %d codes".formatted(MOST_CODES));
    }
    String keeper = filter.keeper();
    if (keeper != null && !keeper.matches("me|nobody|[1-9][0-9]{0,17}")) {
      throw bad("keeper", "must be me, nobody or the id of a user");
    }
    return filter;
  }

  private static boolean unstorable(String text) {
    return text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  private static Problem bad(String field, String must) {
    return new Problem.Rejected(
        "bad-filter", "%s %s".formatted(field, must), Map.of("field", field));
  }
}
