package org.gridward.cli;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A database server named by the administrator.
 *
 * @param url a JDBC URL without credentials
 */
record DatabaseAddress(String url, String user, String password) {

  /**
   * Reads {@code jdbc:postgresql://host:port/name} (with {@code GRIDWARD_DB_USER} and {@code
   * GRIDWARD_DB_PASSWORD}) or {@code postgresql://user:password@host:port/name}.
   */
  static DatabaseAddress of(String text, Map<String, String> environment) {
    String plain = text.startsWith("jdbc:") ? text.substring(5) : text;
    URI uri = parse(plain);
    String[] credentials = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
    String user = Setup.value(environment, "GRIDWARD_DB_USER").orElse(decode(credentials[0]));
    String password =
        Setup.value(environment, "GRIDWARD_DB_PASSWORD")
            .orElse(credentials.length > 1 ? decode(credentials[1]) : "");
    if (user.isEmpty()) {
      throw new Refusal(
          "GRIDWARD_DB_URL names a server but no user: set GRIDWARD_DB_USER and"
              + " GRIDWARD_DB_PASSWORD.");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new DatabaseAddress(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query, user, password);
  }

  private static URI parse(String plain) {
    try {
      URI uri = URI.create(plain);
      boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      if (postgres && uri.getHost() != null && uri.getPath().length() > 1) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // said below, without the text: it may hold a password
    }
    throw new Refusal(
        "GRIDWARD_DB_URL must look like jdbc:postgresql://host:5432/gridward or"
            + " postgresql://user:password@host:5432/gridward.");
  }

  /** A plus is a plus here, not a blank as in a form. */
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Host and port, for messages. */
  String server() {
    URI uri = URI.create(url.substring(5));
    return uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort());
  }

  /** The name of the database. */
  String name() {
    return URI.create(url.substring(5)).getPath().substring(1);
  }

  @Override
  public String toString() {
    return "database " + name() + " on " + server();
  }
}
