package org.gridward.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModuleGraphTests {

  private final Map<String, String> files = new HashMap<>();

  private Iterable<String> from(String entry) {
    Map<String, String> names = Map.of("lit", "/lib/lit.js", "lit/", "/lib/");
    return new ModuleGraph(names, address -> Optional.ofNullable(files.get(address)))
        .from(entry)
        .sequencedKeySet();
  }

  @Test
  void followsEveryFormOfAStaticImport() {
    files.put(
        "/app/a/main.js",
        """
        import './b.js';
        import one from "../c.js";
        import { two, three as four } from './d.js';
        import * as five from './e.js';
        import six, { seven } from './f.js';
        import {
          eight,
        } from './g.js';
        export { nine } from './h.js';
        export * from './i.js';
        """);
    for (String name : "bdefghi".split("")) {
      files.put("/app/a/" + name + ".js", "");
    }
    files.put("/app/c.js", "");
    assertThat(from("/app/a/main.js"))
        .containsExactlyInAnyOrder(
            "/app/a/main.js",
            "/app/a/b.js",
            "/app/c.js",
            "/app/a/d.js",
            "/app/a/e.js",
            "/app/a/f.js",
            "/app/a/g.js",
            "/app/a/h.js",
            "/app/a/i.js");
  }

  @Test
  void readsMinifiedModulesAndTheImportMap() {
    files.put("/main.js", "import{html as h}from\"lit\";import\"lit/more.js\";const a=1;");
    files.put("/lib/lit.js", "import{t as e}from\"./css.js\";export*from\"./css.js\";export{e};");
    files.put("/lib/more.js", "");
    files.put("/lib/css.js", "");
    assertThat(from("/main.js"))
        .containsExactlyInAnyOrder("/main.js", "/lib/lit.js", "/lib/more.js", "/lib/css.js");
  }

  @Test
  void leavesOutWhatIsImportedWhenWantedAndWhatIsNotThere() {
    files.put(
        "/main.js",
        """
        import { gone } from './gone.js';
        import unknown from 'unknown';
        /** @type {import('./types.js').Thing} */
        const later = () => import('./later.js');
        """);
    files.put("/types.js", "");
    files.put("/later.js", "");
    assertThat(from("/main.js")).containsExactly("/main.js");
  }

  @Test
  void endsWhereModulesImportEachOther() {
    int count = 50;
    IntStream.range(0, count)
        .forEach(
            i ->
                files.put(
                    "/m%d.js".formatted(i),
                    IntStream.range(0, count)
                        .mapToObj("import './m%d.js';"::formatted)
                        .collect(Collectors.joining("\n"))));
    assertThat(from("/m0.js")).containsExactlyInAnyOrderElementsOf(files.keySet());
  }
}
