package org.gridward.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gridward.shared.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The addresses of the pages. A browser asks each time whether its page is still the one; what the
 * page loads has a version in its address and is asked for once.
 */
@RestController
class Pages {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final PageFiles files;
  private final boolean styleShown;

  /**
   * @param styleShown whether the page with every component of the screens is there, for those who
   *     build them; it is not unless somebody says so
   */
  Pages(PageFiles files, @Value("${gridward.style-page:false}") boolean styleShown) {
    this.files = files;
    this.styleShown = styleShown;
  }

  /** The first page a resident sees. */
  @GetMapping("/")
  ResponseEntity<String> resident() {
    return page("resident");
  }

  /** The page whose name is its address. */
  @GetMapping({"/signin", "/console", "/admin", "/wall", "/insight", "/shift", "/field"})
  ResponseEntity<String> named(HttpServletRequest request) {
    return page(request.getServletPath().substring(1));
  }

  /**
   * The components of the screens.
   *
   * @throws Problem.NotFound where they are not shown
   */
  @GetMapping("/style")
  ResponseEntity<String> style() {
    if (!styleShown) {
      throw new Problem.NotFound("no-page", "There is no such page.", Map.of());
    }
    return page("style");
  }

  private ResponseEntity<String> page(String name) {
    String html = files.html(name);
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noCache())
        .eTag(DigestUtils.md5DigestAsHex(html.getBytes(StandardCharsets.UTF_8)))
        .body(html);
  }
}
