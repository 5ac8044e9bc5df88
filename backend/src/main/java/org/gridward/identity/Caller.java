package org.gridward.identity;

import java.util.Arrays;
import java.util.List;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;

/**
 * The user behind a request, with every role held and where. A value: it says what was true when
 * the request came in. Controllers take it as a method parameter; elsewhere {@link CurrentCaller}.
 */
public record Caller(long userId, String login, String name, List<Grant> grants) {

  public Caller {
    grants = List.copyOf(grants);
  }

  /** Holds {@code role} in an area that contains {@code area}. */
  public boolean may(Role role, AreaPath area) {
    return grants.stream().anyMatch(grant -> grant.role() == role && grant.area().contains(area));
  }

  /** Holds one of {@code anyOf} in an area that contains {@code area}. */
  public boolean may(AreaPath area, Role... anyOf) {
    return Arrays.stream(anyOf).anyMatch(role -> may(role, area));
  }

  /** Holds {@code role} somewhere. */
  public boolean has(Role role) {
    return grants.stream().anyMatch(grant -> grant.role() == role);
  }

  /** Holds any role in an area that contains {@code area}. */
  public boolean sees(AreaPath area) {
    return grants.stream().anyMatch(grant -> grant.area().contains(area));
  }

  /**
   * Passes when {@link #may}.
   *
   * @throws NotAllowed otherwise (403)
   */
  public void require(Role role, AreaPath area) {
    require(area, role);
  }

  /**
   * Passes when the caller holds one of {@code anyOf} here.
   *
   * @throws NotAllowed otherwise (403)
   */
  public void require(AreaPath area, Role... anyOf) {
    if (!may(area, anyOf)) {
      throw new NotAllowed(area, anyOf);
    }
  }

  /**
   * The areas in which the caller holds one of {@code anyOf}, or any role where none is named; no
   * area lies in another; empty means nowhere.
   */
  public List<AreaPath> scopes(Role... anyOf) {
    List<Role> wanted = List.of(anyOf);
    List<AreaPath> held =
        grants.stream()
            .filter(grant -> wanted.isEmpty() || wanted.contains(grant.role()))
            .map(Grant::area)
            .distinct()
            .toList();
    return held.stream()
        .filter(area -> held.stream().noneMatch(o -> !o.equals(area) && o.contains(area)))
        .toList();
  }

  /** A screen on a wall and nobody else: {@link Role#WALL} is all that it holds. */
  public boolean isWall() {
    return !grants.isEmpty() && grants.stream().allMatch(grant -> grant.role() == Role.WALL);
  }

  /** The caller as the journal keeps it. */
  public Actor actor() {
    return Actor.user(userId);
  }
}
