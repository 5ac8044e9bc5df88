package org.gridward.incident.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.incident.Assignees;
import org.gridward.incident.IncidentFilter;
import org.gridward.incident.IncidentFilter.Desk;
import org.gridward.incident.IncidentFilter.Keeper;
import org.gridward.incident.IncidentFilter.Reach;
import org.gridward.incident.IncidentFilter.Word;
import org.gridward.incident.IncidentQuery;
import org.gridward.rulebook.Catalogue;
import org.gridward.rulebook.Category;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes of what a caller asks for the query that finds what the caller may see of it. */
@Component
class Queue {

  private final Sight sight;
  private final Catalogue catalogue;
  private final ObjectProvider<Assignees> assignees;

  Queue(Sight sight, Catalogue catalogue, ObjectProvider<Assignees> assignees) {
    this.sight = sight;
    this.catalogue = catalogue;
    this.assignees = assignees;
  }

  IncidentQuery query(QueueRequest asked, Caller caller) {
    return new IncidentQuery(
        sight.scopes(asked.area(), caller),
        ListRequest.stages(asked.stage()),
        asked.placement(),
        Boolean.TRUE.equals(asked.late()),
        new IncidentFilter(
            ListRequest.severities(asked.severity()),
            Set.copyOf(ListRequest.words(asked.category(), ",")),
            words(asked.words()),
            heldBy(asked.worker()),
            desk(asked.scope(), caller),
            keeper(asked.keeper(), caller)),
        asked.after(),
        ListRequest.limit(asked.limit()));
  }

  private List<Word> words(@Nullable String text) {
    return ListRequest.words(text, "\\s").stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .map(word -> new Word(word, categoriesNamed(word)))
        .toList();
  }

  private Set<String> categoriesNamed(String word) {
    return catalogue.list().stream()
        .filter(
            category ->
                category.names().values().stream()
                    .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(word)))
        .map(Category::code)
        .collect(Collectors.toSet());
  }

  private static Desk desk(@Nullable String scope, Caller caller) {
    Reach reach = new Reach(caller.scopes(Role.OPERATOR), caller.scopes(Role.LEADER));
    return switch (scope == null ? "all" : scope) {
      case "all", "" -> Desk.ANY;
      case "mine" -> new Desk(caller.userId(), null, null);
      case "area" -> new Desk(null, reach, null);
      case "escalated" -> new Desk(null, null, reach);
      default ->
          throw new ListRequest.BadFilter(
              "scope", scope == null ? "" : scope, "must be mine, area, escalated or all");
    };
  }

  private static @Nullable Keeper keeper(@Nullable String asked, Caller caller) {
    if (asked == null || asked.isEmpty()) {
      return null;
    }
    if (!asked.matches("me|nobody|[1-9][0-9]{0,17}")) {
      throw new ListRequest.BadFilter("keeper", asked, "must be me, nobody or the id of a user");
    }
    return switch (asked) {
      case "me" -> new Keeper(caller.userId());
      case "nobody" -> new Keeper(null);
      default -> new Keeper(Long.valueOf(asked));
    };
  }

  private @Nullable Set<UUID> heldBy(@Nullable Long worker) {
    Assignees source = assignees.getIfAvailable();
    return worker == null ? null : source == null ? Set.of() : source.listHeldBy(worker);
  }
}
