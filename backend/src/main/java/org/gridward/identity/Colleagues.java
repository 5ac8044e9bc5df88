package org.gridward.identity;

import java.util.List;
import org.gridward.shared.AreaPath;
import org.springframework.stereotype.Component;

/** Who else holds a role over some ground. For those who may see names. */
@Component
public class Colleagues {

  private final AccountRows rows;

  Colleagues(AccountRows rows) {
    this.rows = rows;
  }

  /** The enabled users who hold {@code role} in an area that contains {@code area}, by name. */
  public List<User> list(Role role, AreaPath area) {
    return rows.listHolders(role, area).stream()
        .map(KnownUser::user)
        .filter(User::enabled)
        .toList();
  }
}
