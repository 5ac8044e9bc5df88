package org.gridward.shared.web;

import java.util.Map;
import org.gridward.shared.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Every component of the screens on one page, for those who build them: only where {@code
 * gridward.style-page} is true, which it is not unless somebody says so.
 */
@Controller
class StylePage {

  private final boolean shown;

  StylePage(@Value("${gridward.style-page:false}") boolean shown) {
    this.shown = shown;
  }

  /**
   * @throws Problem.NotFound where it is not shown
   */
  @GetMapping("/style")
  String style() {
    if (!shown) {
      throw new Problem.NotFound("no-page", "There is no such page.", Map.of());
    }
    return "forward:/pages/style.html";
  }
}
