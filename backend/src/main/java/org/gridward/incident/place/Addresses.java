package org.gridward.incident.place;

import org.gridward.incident.Address;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An address as the column {@code incident.address} keeps it. */
public final class Addresses {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Addresses() {}

  public static @Nullable String write(@Nullable Address address) {
    return address == null ? null : JSON.writeValueAsString(address);
  }

  public static @Nullable Address read(@Nullable String column) {
    return column == null ? null : JSON.readValue(column, Address.class);
  }
}
