package org.gridward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PostgresToolTests {

  @Test
  void namesAHostAsPostgresqlsProgramsTakeIt() {
    assertThat(PostgresTool.host(URI.create("postgresql://[::1]:5433/city"))).isEqualTo("::1");
    assertThat(PostgresTool.host(URI.create("postgresql://db.example/city")))
        .isEqualTo("db.example");
  }
}
