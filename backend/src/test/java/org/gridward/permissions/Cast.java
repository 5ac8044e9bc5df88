package org.gridward.permissions;

import org.gridward.identity.Role;

/** Who calls: nobody, and each role in the area of the thing asked for and in a foreign one. */
public enum Cast {
  ANONYMOUS(null, false),
  OPERATOR_OWN(Role.OPERATOR, true),
  OPERATOR_FOREIGN(Role.OPERATOR, false),
  WORKER_OWN(Role.GRID_WORKER, true),
  WORKER_FOREIGN(Role.GRID_WORKER, false),
  LEADER_OWN(Role.LEADER, true),
  LEADER_FOREIGN(Role.LEADER, false),
  ADMINISTRATOR_OWN(Role.ADMINISTRATOR, true),
  ADMINISTRATOR_FOREIGN(Role.ADMINISTRATOR, false);

  final Role role;
  final boolean own;

  Cast(Role role, boolean own) {
    this.role = role;
    this.own = own;
  }
}
