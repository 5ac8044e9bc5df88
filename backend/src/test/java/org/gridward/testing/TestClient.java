package org.gridward.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the server as a browser does (cookies, CSRF header) or as a program (API key). Not
 * thread-safe.
 */
public final class TestClient {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private @Nullable String token;

  private TestClient(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** Nobody in particular. */
  public static TestClient anonymous(int port) {
    return new TestClient(port);
  }

  /** A program with an API key. */
  public static TestClient withKey(int port, String token) {
    TestClient client = new TestClient(port);
    client.token = token;
    return client;
  }

  /** A browser in which the user has signed in. */
  public static TestClient signedIn(int port, String login, String password) {
    TestClient client = new TestClient(port);
    Answer answer = client.signIn(login, password);
    if (answer.status() != 200) {
      throw new IllegalStateException("sign-in as " + login + ": " + answer);
    }
    return client;
  }

  /** An answer; {@code body} is text, {@link #json()} reads it. */
  public record Answer(int status, Map<String, java.util.List<String>> headers, String body) {

    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** The problem's code, or "" where the body is no problem. */
    public String code() {
      return header("content-type").startsWith("application/problem+json")
          ? json().path("code").asString("")
          : "";
    }

    public String header(String name) {
      return headers
          .getOrDefault(name.toLowerCase(java.util.Locale.ROOT), java.util.List.of(""))
          .getFirst();
    }
  }

  public Answer signIn(String login, String password) {
    get("/api/session");
    return post("/api/session", Map.of("login", login, "password", password));
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** With headers of its own, such as {@code Accept-Language}. */
  public Answer get(String path, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).GET();
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return exchange(request.build());
  }

  public Answer post(String path, Object body) {
    return send("POST", path, JSON.writeValueAsString(body));
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, JSON.writeValueAsString(body));
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, JSON.writeValueAsString(body));
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Sends the body as it is, as JSON. */
  public Answer send(String method, String path, @Nullable String body) {
    return send(
        method,
        path,
        body == null ? null : body.getBytes(StandardCharsets.UTF_8),
        "application/json");
  }

  public Answer send(String method, String path, byte @Nullable [] body, String contentType) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body));
    if (body != null) {
      request.header("Content-Type", contentType);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    } else {
      String csrf = cookie("XSRF-TOKEN");
      if (csrf != null) {
        request.header("X-XSRF-TOKEN", csrf);
      }
    }
    return exchange(request.build());
  }

  private Answer exchange(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The cookie's value, or null. */
  public @Nullable String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  /** Forgets one cookie. */
  public void dropCookie(String name) {
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .toList()
        .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
  }
}
