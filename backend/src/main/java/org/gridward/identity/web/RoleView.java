package org.gridward.identity.web;

import java.util.Map;
import org.gridward.identity.AreaLabel;
import org.gridward.identity.Grant;
import org.gridward.identity.Role;

/** A grant as screens show it. */
record RoleView(
    Role role, long areaId, String areaCode, Map<String, String> areaNames, String areaPath) {

  static RoleView of(Grant grant, AreaLabel area) {
    return new RoleView(grant.role(), area.id(), area.code(), area.names(), grant.area().value());
  }
}
