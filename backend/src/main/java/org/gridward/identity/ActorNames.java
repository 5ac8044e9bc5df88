package org.gridward.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.gridward.shared.Actor;
import org.springframework.stereotype.Component;

/** Looks up the people behind the journal's actors, for those who may see names. */
@Component
public class ActorNames {

  private final Users users;

  ActorNames(Users users) {
    this.users = users;
  }

  /** By user id; without users that are gone. */
  public Map<Long, String> ofUsers(Collection<Long> userIds) {
    Map<Long, String> names = new HashMap<>();
    for (Long userId : new HashSet<>(userIds)) {
      users.findKnown(userId).ifPresent(user -> names.put(userId, user.name()));
    }
    return names;
  }

  /** By actor; without residents, the system, and users that are gone. */
  public Map<String, String> of(Collection<String> actors) {
    Map<String, String> names = new HashMap<>();
    for (String actor : new HashSet<>(actors)) {
      Long userId = new Actor(actor).userId();
      if (userId != null) {
        users.find(userId).map(User::name).ifPresent(name -> names.put(actor, name));
      }
    }
    return names;
  }
}
