package org.gridward.incident.web;

import java.util.List;
import java.util.Map;
import org.gridward.identity.ActorNames;
import org.gridward.identity.Caller;
import org.gridward.identity.NotAllowed;
import org.gridward.identity.Role;
import org.gridward.incident.Keeping;
import org.gridward.incident.Keeping.Kept;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who has open cases, to narrow the queue by: docs/api/desk.md. */
@RestController
class KeepersController {

  private static final Role[] READERS = {Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR};

  private final Keeping keeping;
  private final Sight sight;
  private final ActorNames names;

  KeepersController(Keeping keeping, Sight sight, ActorNames names) {
    this.keeping = keeping;
    this.sight = sight;
    this.names = names;
  }

  record KeeperView(long userId, String name, int open) {}

  record Keepers(List<KeeperView> items, @Nullable String next) {}

  @GetMapping("/api/incidents/keepers")
  Keepers list(Caller caller, @Nullable Long area) {
    if (caller.scopes(READERS).isEmpty()) {
      throw new NotAllowed(AreaPath.ROOT, READERS);
    }
    List<Kept> found = keeping.listKeepers(sight.scopes(area, caller));
    Map<Long, String> known = names.ofUsers(found.stream().map(Kept::userId).toList());
    return new Keepers(
        found.stream()
            .map(
                kept ->
                    new KeeperView(
                        kept.userId(), known.getOrDefault(kept.userId(), ""), kept.open()))
            .toList(),
        null);
  }
}
