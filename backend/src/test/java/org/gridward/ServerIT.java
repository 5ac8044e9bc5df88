package org.gridward;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class ServerIT {

  @Autowired JdbcClient jdbc;

  @Test
  void startsOnARealPostgisWithItsWholeSchema() {
    assertThat(jdbc.sql("select count(*) from journal_entry").query(Long.class).single())
        .isNotNegative();
    assertThat(jdbc.sql("select postgis_lib_version()").query(String.class).single()).isNotBlank();
  }
}
