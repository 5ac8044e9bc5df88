package org.gridward.e2e;

import org.gridward.testing.TestBrowser;
import org.gridward.testing.TestBrowser.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page on which the modules of the front end are called, in the browser that runs them. */
abstract class BrowserRules {

  /** Numbers that are the same in each run. */
  private static final String RANDOM =
      """
      let seed = 20260105;
      const random = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * n); };
      """;

  @LocalServerPort int port;
  private TestBrowser browser;
  private Visitor visitor;

  @BeforeEach
  void open() {
    browser = new TestBrowser(port);
    visitor = browser.visitor("en", 800, 600);
    visitor.page().navigate("/signin");
  }

  @AfterEach
  void close() {
    browser.close();
  }

  /** What the body returns; it is an async function that has {@code random(n)}. */
  Object run(String body) {
    return visitor.page().evaluate("async () => {" + RANDOM + body + "}");
  }
}
