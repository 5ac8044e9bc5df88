package org.gridward.grid.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.gis.partition.CodeScheme;
import org.gridward.gis.partition.EditRefused;
import org.gridward.shared.Problem;
import org.gridward.shared.WrongSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes for areas that an edit makes: none that was ever used, retired areas included. */
@Component
class NewCodes {

  private static final String SETTING = "gridward.areas.code-scheme";
  private static final String USUAL = "6+3+3+3";

  private final JdbcClient jdbc;
  private final CodeScheme scheme;

  NewCodes(JdbcClient jdbc, @Value("${" + SETTING + ":}") String scheme) {
    this.jdbc = jdbc;
    this.scheme = read(scheme.strip());
  }

  private static CodeScheme read(String text) {
    try {
      return CodeScheme.parse(text.isEmpty() ? USUAL : text);
    } catch (IllegalArgumentException _) {
      throw new WrongSetting(
          "GRIDWARD_AREAS_CODESCHEME (%s) must be groups of 1 to 9 digits with plus signs between, such as %s."
              .formatted(text, USUAL));
    }
  }

  CodeScheme scheme() {
    return scheme;
  }

  /** The next {@code count} codes of those that begin as {@code sibling} does. */
  List<String> after(String sibling, int count) {
    String stem = scheme.stem(sibling);
    List<String> used =
        new ArrayList<>(
            jdbc.sql("select code from area where left(code, length(?)) = ?")
                .params(stem, stem)
                .query(String.class)
                .list());
    List<String> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String next = next(sibling, used);
      used.add(next);
      made.add(next);
    }
    return made;
  }

  /** These codes if none of them was ever used; otherwise the next ones of the same row. */
  List<String> free(List<String> wanted) {
    boolean free =
        wanted.isEmpty()
            || jdbc.sql("select not exists (select from area where code in (:wanted))")
                .param("wanted", wanted)
                .query(Boolean.class)
                .single();
    return free ? wanted : after(wanted.getFirst(), wanted.size());
  }

  /** The first {@code count} codes of those below {@code parent}. */
  List<String> below(String parent, int count) {
    return after(scheme.rowBelow(parent), count);
  }

  /** What tells this code from others of its row. */
  String number(String code) {
    return scheme.number(code);
  }

  private String next(String sibling, List<String> used) {
    try {
      return scheme.next(sibling, used);
    } catch (EditRefused refused) {
      throw new Problem.Rejected(
          refused.code(), String.valueOf(refused.getMessage()), Map.of("code", sibling));
    }
  }
}
