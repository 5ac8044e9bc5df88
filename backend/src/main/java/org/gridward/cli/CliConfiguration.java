package org.gridward.cli;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CliConfiguration {

  /** Refuses a database of a later version before anything is changed in it. */
  @Bean
  FlywayMigrationStrategy migration() {
    return flyway -> {
      SchemaIsNewer.check(flyway);
      flyway.migrate();
    };
  }
}
