package org.gridward.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The properties that the program gives the Spring application, as its highest-ranking ones. */
final class SpringArguments {

  private final Map<String, String> properties = new LinkedHashMap<>();

  SpringArguments(Setup setup, DatabaseAddress database, String secretKey) {
    with("spring.datasource.url", database.url());
    with("spring.datasource.username", database.user());
    with("spring.datasource.password", database.password());
    with("gridward.data-folder", setup.data().toString());
    with("gridward.secret-key", secretKey);
    with("spring.main.banner-mode", "off");
    // The program itself says in one sentence why it could not start.
    with("logging.level.org.springframework.boot.SpringApplication", "off");
    with("logging.level.org.springframework.boot.diagnostics", "off");
    with("logging.level.org.springframework.context.support", "error");
    with("logging.level.org.springframework.boot.web.server.servlet.context", "error");
    with("logging.level.org.springframework.context.annotation", "error");
  }

  SpringArguments with(String name, String value) {
    properties.put(name, value);
    return this;
  }

  SpringArguments asServer(Setup setup, Path log) {
    return with("gridward.role", "server")
        .with("server.address", setup.address())
        .with("server.port", Integer.toString(setup.port()))
        .with("logging.file.name", log.toString());
  }

  SpringArguments asTool(Path log) {
    return with("gridward.role", "tool")
        .with("spring.main.web-application-type", "none")
        .with("spring.main.lazy-initialization", "true")
        .with("spring.main.log-startup-info", "false")
        .with("spring.jmx.enabled", "false")
        .with("spring.datasource.hikari.maximum-pool-size", "6")
        .with("logging.level.root", "warn")
        .with("logging.level.org.flywaydb.core.internal.command.DbMigrate", "warn")
        .with("logging.file.name", log.toString());
  }

  String[] toArray() {
    return properties.entrySet().stream()
        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
        .toArray(String[]::new);
  }
}
