package org.gridward.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages of map-web as they are handed out. Read once at the start: every address of a module or
 * a style in them gets the {@linkplain #version() version} of all of them, so that browsers keep
 * those files without asking again, and every module a page will import is named in it, so that
 * they come at once and not level by level.
 */
@Component
public final class PageFiles {

  private static final String ROOT = "classpath:/META-INF/resources";
  private static final String PAGES = "classpath*:META-INF/resources/pages/*.html";
  private static final String WEBJARS = "/webjars/";
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern ENTRY =
      Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"></script>");
  private static final Pattern STYLE = Pattern.compile("rel=\"stylesheet\" href=\"([^\"]+)\"");
  private static final Pattern ADDRESS = Pattern.compile("\"(/app/|/webjars/)(?=[^\"]*\")");

  private final ResourceLoader resources;
  private final WebJarVersionLocator webjars = new WebJarVersionLocator();
  private final Map<String, Optional<String>> texts = new HashMap<>();
  private final String version;
  private final Map<String, String> pages;

  PageFiles(ResourceLoader resources) {
    this.resources = resources;
    Map<String, String> sources = sources();
    Map<String, Collection<String>> modules = new HashMap<>();
    sources.forEach((name, html) -> modules.put(name, modules(html).sequencedKeySet()));
    this.version = "v-" + digest(sources.values());
    Map<String, String> handedOut = new HashMap<>();
    sources.forEach(
        (name, html) -> handedOut.put(name, handedOut(html, modules.getOrDefault(name, Set.of()))));
    this.pages = Map.copyOf(handedOut);
    texts.clear();
  }

  /** Another word as soon as any module or style of any page is another. */
  public String version() {
    return version;
  }

  /** The HTML of a page by its name, {@code console} for one. */
  public String html(String name) {
    String html = pages.get(name);
    if (html == null) {
      throw new IllegalArgumentException("no page " + name);
    }
    return html;
  }

  /** The HTML of every page. */
  public Collection<String> all() {
    return pages.values();
  }

  private static Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    try {
      for (Resource page : new PathMatchingResourcePatternResolver().getResources(PAGES)) {
        String name = String.valueOf(page.getFilename()).replace(".html", "");
        sources.put(name, page.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  private SequencedMap<String, String> modules(String html) {
    Map<String, String> names = new HashMap<>();
    Matcher map = IMPORT_MAP.matcher(html);
    if (map.find()) {
      JsonMapper.shared()
          .readTree(map.group(1))
          .path("imports")
          .forEachEntry((name, address) -> names.put(name, address.asString()));
    }
    Matcher styles = STYLE.matcher(html);
    while (styles.find()) {
      text(styles.group(1));
    }
    Matcher entry = ENTRY.matcher(html);
    return entry.find()
        ? new ModuleGraph(names, this::text).from(entry.group(1))
        : new LinkedHashMap<>();
  }

  private Optional<String> text(String address) {
    return texts.computeIfAbsent(address, this::read);
  }

  private Optional<String> read(String address) {
    String path = ROOT + address;
    if (address.startsWith(WEBJARS)) {
      String[] parts = address.substring(WEBJARS.length()).split("/", 2);
      path = "classpath:/" + webjars.fullPath(parts[0], parts.length < 2 ? "" : parts[1]);
    }
    Resource file = resources.getResource(path);
    try {
      return file.isReadable()
          ? Optional.of(file.getContentAsString(StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private String handedOut(String html, Collection<String> modules) {
    String links =
        modules.stream()
            .map("    <link rel=\"modulepreload\" href=\"%s\" />\n"::formatted)
            .collect(Collectors.joining());
    Matcher entry = ENTRY.matcher(html);
    String preloading =
        entry.find()
            ? html.substring(0, entry.start()).stripTrailing()
                + "\n"
                + links
                + "    "
                + html.substring(entry.start())
            : html;
    return ADDRESS.matcher(preloading).replaceAll("\"$1" + version + "/");
  }

  private String digest(Collection<String> html) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      html.forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
      new TreeMap<>(texts)
          .forEach(
              (address, text) ->
                  digest.update((address + text.orElse("")).getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
