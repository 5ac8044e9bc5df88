package org.gridward.grid.partition;

import java.util.List;
import java.util.Optional;
import org.gridward.gis.partition.CodeScheme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says in the server's log when the code scheme is not the one of the cells that are there. */
@Component
class CodeSchemeCheck {

  private static final Logger LOG = LoggerFactory.getLogger(CodeSchemeCheck.class);

  private final JdbcClient jdbc;
  private final NewCodes codes;

  CodeSchemeCheck(JdbcClient jdbc, NewCodes codes) {
    this.jdbc = jdbc;
    this.codes = codes;
  }

  /** Once, when the server starts; commands are no place for it. */
  @EventListener(WebServerInitializedEvent.class)
  void warn() {
    findMismatch().ifPresent(LOG::warn);
  }

  /** Empty where there are no cells, or one of them has a code as long as the scheme says. */
  Optional<String> findMismatch() {
    CodeScheme scheme = codes.scheme();
    List<Integer> lengths =
        jdbc.sql(
                """
                select distinct length(code) from area where cell and retired_at is null
                order by 1
                """)
            .query(Integer.class)
            .list();
    if (lengths.isEmpty() || lengths.contains(scheme.length())) {
      return Optional.empty();
    }
    int least = lengths.getFirst();
    int most = lengths.getLast();
    return Optional.of(
        "GRIDWARD_AREAS_CODESCHEME is %s (%d digits), but the codes of all cells have %s characters: new codes may not look like them"
            .formatted(
                scheme,
                scheme.length(),
                least == most ? least : "%d to %d".formatted(least, most)));
  }
}
