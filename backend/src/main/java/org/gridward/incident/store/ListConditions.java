package org.gridward.incident.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gridward.incident.IncidentFilter;
import org.gridward.incident.IncidentFilter.Desk;
import org.gridward.incident.IncidentFilter.Keeper;
import org.gridward.incident.IncidentFilter.Reach;
import org.gridward.incident.Placement;
import org.gridward.incident.Stage;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/** The conditions of one list of incidents as SQL with what fills its question marks, in order. */
final class ListConditions {

  private static final String HAS_WORD =
      "(strpos(lower(coalesce(place_text, '')), ?) > 0 or strpos(lower(description), ?) > 0"
          + " or exists (select from jsonb_each_text(address -> 'names') n"
          + " where strpos(lower(n.value), ?) > 0)"
          + " or number::text = ? or category_code = any(?))";

  /** Somebody's areas as an operator and as a leader, one of which contains the area it went to. */
  private static final String MEANT =
      "exists (select from unnest(case escalated_role when 'OPERATOR' then ?::text[] else"
          + " ?::text[] end) a where escalated_to ^@ a)";

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  String where() {
    return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
  }

  List<Object> parameters() {
    return parameters;
  }

  void add(String condition, Object... values) {
    conditions.add(condition);
    parameters.addAll(List.of(values));
  }

  /** The words of the partial indexes come literally, or they would not be used. */
  void stages(Set<Stage> stages) {
    if (Stage.OPEN.containsAll(stages)) {
      add(IncidentLists.OPEN);
    }
    if (!stages.equals(Stage.OPEN)) {
      addAny("stage", stages.stream().map(Stage::name).toList());
    }
  }

  void areas(List<AreaPath> areas) {
    IncidentLists.addAreas(areas, conditions, parameters);
  }

  void placement(@Nullable Placement placement) {
    if (placement != null) {
      add("placement = '" + placement.name() + "'");
    }
  }

  void filter(IncidentFilter filter) {
    if (!filter.severities().isEmpty()) {
      addAny("severity", filter.severities().stream().map(Enum::name).toList());
    }
    if (!filter.categories().isEmpty()) {
      addAny("category_code", filter.categories());
    }
    if (filter.among() != null) {
      add("id = any(?)", (Object) filter.among().toArray(UUID[]::new));
    }
    filter.words().forEach(this::word);
    desk(filter.desk());
    keeper(filter.keeper());
  }

  private void desk(Desk desk) {
    if (desk.keeper() != null) {
      add("keeper = ?", desk.keeper());
    }
    if (desk.notAbove() != null) {
      add("(escalated_to is null or " + MEANT + ")", values(desk.notAbove()));
    }
    if (desk.escalatedTo() != null) {
      add(MEANT, values(desk.escalatedTo()));
    }
  }

  private void keeper(@Nullable Keeper keeper) {
    if (keeper == null) {
      return;
    }
    Long userId = keeper.userId();
    if (userId == null) {
      add("keeper is null");
    } else {
      add("keeper = ?", userId);
    }
  }

  private static Object[] values(Reach reach) {
    return new Object[] {texts(reach.operator()), texts(reach.leader())};
  }

  private static String[] texts(List<AreaPath> areas) {
    return areas.stream().map(AreaPath::value).toArray(String[]::new);
  }

  private void word(IncidentFilter.Word word) {
    String number = word.text().startsWith("#") ? word.text().substring(1) : word.text();
    Object categories = word.categories().toArray(String[]::new);
    add(HAS_WORD, word.text(), word.text(), word.text(), number, categories);
  }

  private void addAny(String column, Collection<String> values) {
    add(column + " = any(?)", (Object) values.toArray(String[]::new));
  }
}
