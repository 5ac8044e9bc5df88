package org.gridward.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gridward.shared.AreaPath;
import org.junit.jupiter.api.Test;

class CallerTests {

  private final AreaPath district = new AreaPath("1/");
  private final AreaPath street = new AreaPath("1/5/");
  private final AreaPath other = new AreaPath("10/");
  private final Caller caller =
      new Caller(
          7,
          "li",
          "Li",
          List.of(
              new Grant(Role.OPERATOR, street),
              new Grant(Role.LEADER, district),
              new Grant(Role.LEADER, street)));

  @Test
  void holdsARoleInItsAreaAndBelowButNotAboveOrBeside() {
    assertThat(caller.may(Role.OPERATOR, street.child(9))).isTrue();
    assertThat(caller.may(Role.OPERATOR, district)).isFalse();
    assertThat(caller.may(Role.LEADER, other)).isFalse();
    assertThat(caller.may(Role.ADMINISTRATOR, street)).isFalse();
  }

  @Test
  void seesWhereItHoldsAnyRole() {
    assertThat(caller.sees(district.child(6))).isTrue();
    assertThat(caller.sees(other)).isFalse();
    assertThat(caller.sees(AreaPath.ROOT)).isFalse();
  }

  @Test
  void listsTheWidestAreasOnly() {
    assertThat(caller.scopes()).containsExactly(district);
    assertThat(caller.scopes(Role.OPERATOR)).containsExactly(street);
    assertThat(caller.scopes(Role.GRID_WORKER)).isEmpty();
  }

  @Test
  void refusesWithTheRolesThatWouldDo() {
    assertThatThrownBy(() -> caller.require(other, Role.OPERATOR, Role.LEADER))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("OPERATOR or LEADER");
    caller.require(Role.LEADER, street);
  }

  @Test
  void isAWallOnlyWhoHoldsNothingElse() {
    Grant hall = new Grant(Role.WALL, street);
    assertThat(new Caller(1, "wall-1", "Hall", List.of(hall)).isWall()).isTrue();
    assertThat(new Caller(1, "x", "X", List.of(hall, new Grant(Role.LEADER, street))).isWall())
        .isFalse();
    assertThat(new Caller(1, "x", "X", List.of()).isWall()).isFalse();
  }

  @Test
  void findsNobodyInAnEmptyCaller() {
    Caller nobody = new Caller(1, "x", "X", List.of());
    assertThat(nobody.sees(street)).isFalse();
    assertThat(nobody.scopes()).isEmpty();
  }
}
