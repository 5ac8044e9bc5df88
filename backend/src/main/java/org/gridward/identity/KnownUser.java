package org.gridward.identity;

import org.gridward.shared.AreaPath;

/** A user as kept in memory. */
record KnownUser(User user, int credentialsVersion) {

  Caller caller() {
    return new Caller(user.id(), user.login(), user.name(), user.grants());
  }

  /** The smallest area that holds all of the user's grants: where the journal tells of the user. */
  AreaPath area() {
    return user.grants().stream().map(Grant::area).reduce(KnownUser::common).orElse(AreaPath.ROOT);
  }

  private static AreaPath common(AreaPath one, AreaPath other) {
    AreaPath common = one;
    while (!common.contains(other)) {
      common = common.parent();
    }
    return common;
  }
}
