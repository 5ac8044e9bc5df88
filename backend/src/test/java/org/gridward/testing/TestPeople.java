package org.gridward.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Grant;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.identity.Users;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Makes users for tests, each with a login of its own. */
@Component
@Lazy
public class TestPeople {

  /** Everybody's password. */
  public static final String PASSWORD = "correct horse battery";

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final Users users;
  private final ApiKeys keys;

  TestPeople(Users users, ApiKeys keys) {
    this.users = users;
    this.keys = keys;
  }

  public User user(Grant... grants) {
    String login = "user-" + NEXT.incrementAndGet();
    User user = users.create(login, "User " + login, PASSWORD, Actor.SYSTEM);
    for (Grant grant : grants) {
      users.grant(user.id(), grant.role(), grant.area(), Actor.SYSTEM);
    }
    return users.get(user.id());
  }

  public User user(Role role, AreaPath area) {
    return user(new Grant(role, area));
  }

  public void grant(User user, Role role, AreaPath area) {
    users.grant(user.id(), role, area, Actor.SYSTEM);
  }

  /** A new key of a new user with this role. */
  public String key(Role role, AreaPath area) {
    return keys.create(user(role, area).id(), "test", Actor.SYSTEM).token();
  }
}
