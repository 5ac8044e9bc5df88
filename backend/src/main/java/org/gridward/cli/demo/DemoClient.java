package org.gridward.cli.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's browser: cookies, the CSRF token, JSON. Used by one thread at a time. */
final class DemoClient {

  /** The server said no; the message is its own. */
  static final class Refused extends IOException {
    private final int status;

    Refused(int status, String message) {
      super(status + " " + message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http;
  private final URI base;

  DemoClient(URI base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(LIMIT)
            .executor(Runnable::run)
            .build();
  }

  void signIn(String login, String password) throws IOException, InterruptedException {
    get("/api/session");
    post("/api/session", Map.of("login", login, "password", password));
    get("/api/session");
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return send(request(path).POST(json(body)));
  }

  JsonNode put(String path, Object body) throws IOException, InterruptedException {
    return send(request(path).PUT(json(body)));
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(LIMIT)
            .header("Content-Type", "application/json");
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .forEach(token -> request.header("X-XSRF-TOKEN", token));
    return request;
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    JsonNode body = read(answer.body());
    if (answer.statusCode() >= 300) {
      throw new Refused(answer.statusCode(), body.path("detail").asString(""));
    }
    return body;
  }

  private static JsonNode read(byte[] body) {
    try {
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }
}
