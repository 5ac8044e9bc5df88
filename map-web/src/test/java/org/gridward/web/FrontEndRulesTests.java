package org.gridward.web;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * The rules of the front end that no compiler checks: layers, texts, one import map, no other host.
 */
class FrontEndRulesTests {

  private static final Path ROOT = Path.of("src/main/resources/META-INF/resources");
  private static final Path APP = ROOT.resolve("app");
  private static final Pattern IMPORT =
      Pattern.compile("(?:^|\\n)(?:import|export)\\b(?:[^;='\"]*\\bfrom)?\\s*'([^']+)';");
  private static final Pattern KEY = Pattern.compile("(?m)^ {2}'([\\w.-]+)':");
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  /** What each layer may import: other layers, and packages by name. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "lib", Set.of("lib", "pbf"),
          "net", Set.of("net", "lib", "@stomp/stompjs"),
          "state", Set.of("state", "net", "lib"),
          "map", Set.of("map", "state", "lib", "lit", "leaflet"),
          "ui", Set.of("ui", "state", "lib", "lit"));

  private static final Set<String> SURFACE = Set.of("ui", "map", "state", "lib", "lit");

  private final Map<Path, String> modules = read(APP, ".js");
  private final Map<Path, String> pages = read(ROOT.resolve("pages"), ".html");

  @Test
  void importsPointOnlyDownTheLayers() {
    modules.forEach(
        (file, text) ->
            imports(text)
                .forEach(
                    name ->
                        assertThat(allowed(file))
                            .as("%s imports %s", file, name)
                            .contains(target(file, name))));
  }

  @Test
  void importsNameFilesThatExist() {
    modules.forEach(
        (file, text) ->
            imports(text)
                .filter(name -> name.startsWith("."))
                .forEach(name -> assertThat(file.resolveSibling(name)).exists()));
  }

  @Test
  void onlyNetTalksToTheServerAndStateHasNoDocument() {
    modules.forEach(
        (file, text) -> {
          if (!layer(file).equals("net")) {
            assertThat(text).as("%s", file).doesNotContain("fetch(", "new WebSocket", "XMLHttp");
          }
          if (Set.of("lib", "state").contains(layer(file))) {
            assertThat(text)
                .as("%s", file)
                .doesNotContain("document.", "querySelector", "HTMLElement");
          }
        });
  }

  @Test
  void everyModuleIsCheckedAndBuildsNoMarkupFromText() {
    modules.forEach(
        (file, text) ->
            assertThat(text)
                .as("%s", file)
                .startsWith("// @ts-check")
                .doesNotContain("innerHTML", "unsafeHTML", "outerHTML", "eval(", "export default"));
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(keys("zh")).isEqualTo(keys("en"));
  }

  @Test
  void everyTextIsUsedAndEveryUsedTextExists() {
    Set<String> keys = keys("en");
    Set<String> spaces =
        keys.stream().map(key -> key.replaceFirst("\\..*", "")).collect(toCollection(TreeSet::new));
    Set<String> used = new TreeSet<>();
    Set<String> prefixes = new TreeSet<>();
    modules.forEach(
        (file, text) -> {
          if (!file.getFileName().toString().startsWith("messages-")) {
            find(text, "'([a-z][A-Za-z]*(?:\\.[\\w-]+)*)'").forEach(used::add);
            find(text, "`([a-z][A-Za-z]*\\.(?:[\\w-]+\\.)*)\\$\\{").forEach(prefixes::add);
          }
        });
    assertThat(keys)
        .allMatch(key -> used.contains(key) || prefixes.stream().anyMatch(key::startsWith));
    assertThat(translated()).allMatch(key -> keys.contains(key), "exists in " + spaces);
  }

  @Test
  void textsTakeTheSameValuesInBothLanguages() {
    Map<String, Set<String>> english = placeholders("en");
    assertThat(placeholders("zh")).isEqualTo(english);
  }

  @Test
  void everyPageWithModulesHasTheSameImportMapAndNothingElseInline() {
    assertThat(pages).hasSizeGreaterThan(3);
    List<String> alive = pages.values().stream().filter(text -> text.contains("<script")).toList();
    assertThat(alive).hasSizeGreaterThanOrEqualTo(pages.size() - 1); // where there is nothing
    assertThat(alive.stream().map(this::importMap).distinct()).hasSize(1);
    pages.forEach(
        (file, text) ->
            assertThat(IMPORT_MAP.matcher(text).replaceAll(""))
                .as("%s", file)
                .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                .doesNotContain("<style", " style=", " onclick="));
  }

  @Test
  void everyPackageIsInTheImportMap() {
    String map = importMap(pages.get(ROOT.resolve("pages/console.html")));
    modules.values().stream()
        .flatMap(FrontEndRulesTests::imports)
        .filter(name -> !name.startsWith("."))
        .map(name -> name.startsWith("lit-html/") ? "lit-html/" : name)
        .distinct()
        .forEach(name -> assertThat(map).contains('"' + name + '"'));
  }

  @Test
  void nothingNamesAnotherHost() {
    Stream.of(modules, pages, read(APP, ".css"))
        .flatMap(files -> files.entrySet().stream())
        .forEach(
            file ->
                assertThat(file.getValue())
                    .as("%s", file.getKey())
                    .doesNotContainPattern("https?://(?!www\\.w3\\.org/)|[\"'(]//\\w"));
  }

  @Test
  void theFirstLoadOfEachSurfaceIsSmall() {
    for (String surface : List.of("signin", "console", "wall", "field", "resident", "insight")) {
      Set<Path> loaded = new TreeSet<>();
      collect(APP.resolve(surface).resolve("main.js").normalize(), loaded);
      int bytes = loaded.stream().mapToInt(file -> compressed(modules.get(file))).sum();
      bytes += Math.max(compressed(messages("en")), compressed(messages("zh")));
      assertThat(bytes).as("own modules of %s, compressed", surface).isLessThan(160_000);
    }
  }

  private void collect(Path file, Set<Path> loaded) {
    if (loaded.add(file)) {
      imports(modules.get(file))
          .filter(name -> name.startsWith("."))
          .forEach(name -> collect(file.resolveSibling(name).normalize(), loaded));
    }
  }

  private static int compressed(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }

  /** Keys that stand in a call of t(…), whole. */
  private Set<String> translated() {
    Set<String> keys = new TreeSet<>();
    for (String text : modules.values()) {
      find(text, "\\bt\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)")
          .map(call -> call.replaceFirst(",\\s*\\{.*", ""))
          .map(call -> call.replaceAll("[!=]==? *'[^']*'", ""))
          .filter(call -> call.matches("(?s)[^.]*\\?.*|'.*"))
          .flatMap(call -> find(call, "'([a-z][A-Za-z]*(?:\\.[\\w-]+)*)'"))
          .forEach(keys::add);
      find(text, "#(?:full|state|fault)\\('([\\w.-]+)'").forEach(keys::add);
    }
    return keys;
  }

  private Set<String> keys(String language) {
    return matches(messages(language), KEY)
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private Map<String, Set<String>> placeholders(String language) {
    return messages(language)
        .lines()
        .filter(line -> KEY.matcher(line).find())
        .collect(
            toMap(
                line -> find(line, "^ {2}'([\\w.-]+)':").findFirst().orElseThrow(),
                line -> find(line, "[^:] *\\{(\\w+)\\}").collect(toCollection(TreeSet::new))));
  }

  private String messages(String language) {
    return modules.get(APP.resolve("lib/messages-" + language + ".js"));
  }

  private String importMap(String page) {
    return find(page, IMPORT_MAP.pattern(), Pattern.DOTALL).findFirst().orElseThrow();
  }

  private static Set<String> allowed(Path file) {
    return ALLOWED.getOrDefault(layer(file), union(SURFACE, layer(file)));
  }

  private static Set<String> union(Set<String> set, String one) {
    Set<String> all = new TreeSet<>(set);
    all.add(one);
    return all;
  }

  private static String layer(Path file) {
    return APP.relativize(file).getName(0).toString();
  }

  /** The layer or package that an import leads to. */
  private static String target(Path file, String name) {
    if (name.startsWith(".")) {
      return layer(file.resolveSibling(name).normalize());
    }
    return name.startsWith("lit-html/") ? "lit" : name;
  }

  private static Stream<String> imports(String text) {
    return matches(text, IMPORT).map(found -> found.group(1));
  }

  private static Stream<String> find(String text, String pattern, int... flags) {
    return matches(text, Pattern.compile(pattern, flags.length > 0 ? flags[0] : 0))
        .map(found -> found.group(1));
  }

  private static Stream<MatchResult> matches(String text, Pattern pattern) {
    return pattern.matcher(text).results();
  }

  private static Map<Path, String> read(Path folder, String ending) {
    try (Stream<Path> paths = Files.walk(folder)) {
      Map<Path, String> files = new TreeMap<>();
      for (Path path : paths.filter(each -> each.toString().endsWith(ending)).toList()) {
        files.put(path.normalize(), Files.readString(path));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
