package org.gridward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PostgisTest
class HeadersIT {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/signin", "/api/session", "/app/tokens.css", "/nowhere"})
  void sendsAStrictPolicyWithEverything(String path) {
    var answer = TestClient.anonymous(port).get(path);
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self' 'sha256-")
        .doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("X-Request-Id")).isNotBlank();
    assertThat(answer.headers()).doesNotContainKey("strict-transport-security");
  }

  @ParameterizedTest
  @CsvSource({
    "/console,/signin?next=%2Fconsole",
    "/field?a=b,/signin?next=%2Ffield%3Fa%3Db",
  })
  void sendsStrangersToSignIn(String path, String target) {
    var answer = TestClient.anonymous(port).get(path);
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/app/tokens.css", "/webjars/lit/index.js", "/webjars/leaflet/dist/leaflet.css"})
  void servesFilesToEverybodyWithoutCookies(String path) {
    var answer = TestClient.anonymous(port).get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).doesNotContainKey("set-cookie");
    assertThat(answer.header("Cache-Control")).contains("public").contains("no-cache");
    assertThat(answer.header("Last-Modified")).isNotBlank();
  }

  @Test
  void servesThePages() {
    assertThat(TestClient.anonymous(port).get("/").body()).contains("importmap");
    assertThat(TestClient.anonymous(port).get("/signin").body()).contains("gw-signin");
  }

  @Test
  void handsOutEveryModuleOfAPageAtAnAddressThatNeverChanges() {
    TestClient client = TestClient.anonymous(port);
    var page = client.get("/signin");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(page.header("ETag")).isNotBlank();
    List<String> modules =
        Pattern.compile("<link rel=\"modulepreload\" href=\"([^\"]+)\"")
            .matcher(page.body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(modules)
        .anyMatch(address -> address.endsWith("/signin/main.js"))
        .anyMatch(address -> address.endsWith("/lit-html/lit-html.js"));
    for (String address : modules) {
      var file = client.get(address);
      assertThat(file.status()).as(address).isEqualTo(200);
      assertThat(file.header("Cache-Control"))
          .as(address)
          .contains("max-age=31536000", "immutable", "public");
      assertThat(file.header("Content-Type")).as(address).startsWith("text/javascript");
    }
    String first = modules.getFirst();
    assertThat(client.send("POST", first, "{}").status()).isBetween(400, 499);
    assertThat(client.get(first.replace("/main.js", "/nothing.js")).status()).isEqualTo(404);
    assertThat(client.get("/app/v-000000000000/signin/main.js").status()).isEqualTo(404);
  }

  @Test
  void answersProblemsOutsideOfControllers() {
    TestClient client = TestClient.anonymous(port);
    assertThat(client.get("/api/anything").code()).isEqualTo("not-signed-in");
    assertThat(client.get("/nowhere").code()).isEqualTo("unknown-path");
    assertThat(client.get("/api//users").status()).isEqualTo(400);
    assertThat(client.get("/api/session/%00").status()).isEqualTo(400);
    assertThat(client.send("PUT", "/api/session", "{}").status()).isBetween(400, 499);
    assertThat(TestClient.withKey(port, "gw_wrong").get("/api/session").status()).isEqualTo(401);
  }
}
