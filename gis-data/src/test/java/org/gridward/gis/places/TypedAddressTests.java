package org.gridward.gis.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedAddressTests {

  @Test
  void readsTheNumberInEitherPlace() {
    assertThat(TypedAddress.readings("12 Canal St"))
        .containsExactly(new TypedAddress("12", "canal st"));
    assertThat(TypedAddress.readings("Canal St, 12"))
        .containsExactly(new TypedAddress("12", "canal st"));
    assertThat(TypedAddress.readings("运河街12号")).containsExactly(new TypedAddress("12", "运河街"));
    assertThat(TypedAddress.readings("12B Canal"))
        .containsExactly(new TypedAddress("12b", "canal"));
    assertThat(TypedAddress.readings("１２ Canal")).containsExactly(new TypedAddress("12", "canal"));
  }

  @Test
  void leavesItOpenWhichNumberIsTheHouse() {
    assertThat(TypedAddress.readings("5 avenue 12"))
        .containsExactly(new TypedAddress("5", "avenue 12"), new TypedAddress("12", "5 avenue"));
  }

  @Test
  void takesALetterByItselfForTheNumbersOrTheStreets() {
    assertThat(TypedAddress.readings("100 W 42nd St"))
        .containsExactly(new TypedAddress("100w", "42nd st"), new TypedAddress("100", "w 42nd st"));
    assertThat(TypedAddress.readings("12 a Canal St"))
        .containsExactly(new TypedAddress("12a", "canal st"), new TypedAddress("12", "a canal st"));
    assertThat(TypedAddress.readings("Avenue 12 b")).contains(new TypedAddress("12b", "avenue"));
  }

  @Test
  void seesNoAddressWithoutANumberOrAStreet() {
    assertThat(TypedAddress.readings("Canal")).isEmpty();
    assertThat(TypedAddress.readings("12")).isEmpty();
    assertThat(TypedAddress.readings("12th")).isEmpty();
    assertThat(TypedAddress.readings("")).isEmpty();
  }
}
