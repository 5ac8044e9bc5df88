package org.gridward.facility.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gridward.identity.Caller;
import org.gridward.shared.Problem;
import org.gridward.shared.web.UseLimit.TooManyFromHere;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class NearestControllerTests {

  private final NearestController controller =
      new NearestController(null, null, null, null, null, 2);

  private void ask(Caller caller) {
    controller.nearest(
        caller, new MockHttpServletRequest(), List.of(), null, null, null, "foot", false, 5);
  }

  @Test
  void countsThoseWhoAreNotSignedIn() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> ask(null)).isInstanceOf(Problem.Rejected.class);
    }
    assertThatThrownBy(() -> ask(null)).isInstanceOf(TooManyFromHere.class);
    assertThatThrownBy(() -> ask(new Caller(1, "a", "A", List.of())))
        .isInstanceOf(Problem.Rejected.class);
  }
}
