package org.gridward.shared.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Every component of the screens on one page, for those who build them: only where {@code
 * gridward.style-page} is true, which it is not unless somebody says so.
 */
@Controller
@ConditionalOnBooleanProperty("gridward.style-page")
class StylePage {

  @GetMapping("/style")
  String style() {
    return "forward:/pages/style.html";
  }
}
