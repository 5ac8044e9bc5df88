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
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
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

  private static final String ROOT = "META-INF/resources";
  private static final String PAGES = "classpath*:" + ROOT + "/pages/*.html";
  private static final String APP = "classpath*:" + ROOT + "/app/**/*.*";
  private static final String WEBJARS = "/webjars/";
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern ENTRY =
      Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"></script>");
  private static final Pattern ADDRESS = Pattern.compile("\"(/app/|/webjars/)(?=[^\"]*\")");

  private final PathMatchingResourcePatternResolver resources =
      new PathMatchingResourcePatternResolver();
  private final WebJarVersionLocator webjars = new WebJarVersionLocator();
  private final Map<String, byte[]> files = new HashMap<>();
  private final String version;
  private final Map<String, String> pages;

  PageFiles() {
    try {
      for (Resource file : resources.getResources(APP)) {
        String url = file.getURL().toString();
        files.put(
            url.substring(url.lastIndexOf(ROOT) + ROOT.length()), file.getContentAsByteArray());
      }
      Map<String, String> sources = sources();
      Map<String, Collection<String>> modules = new HashMap<>();
      sources.forEach((name, html) -> modules.put(name, modules(html).sequencedKeySet()));
      this.version = "v-" + digest(sources.values());
      Map<String, String> handedOut = new HashMap<>();
      sources.forEach(
          (name, html) ->
              handedOut.put(name, handedOut(html, modules.getOrDefault(name, Set.of()))));
      this.pages = Map.copyOf(handedOut);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another word as soon as any page, or any module or style of one, is another. */
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

  /** What a page may load, by its address without the version: {@code /app/tokens.css}. */
  Optional<byte[]> file(String address) {
    return Optional.ofNullable(files.get(address));
  }

  private Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (Resource page : resources.getResources(PAGES)) {
      String name = String.valueOf(page.getFilename()).replace(".html", "");
      sources.put(name, page.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
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
    Matcher entry = ENTRY.matcher(html);
    return entry.find()
        ? new ModuleGraph(names, this::text).from(entry.group(1))
        : new LinkedHashMap<>();
  }

  private Optional<String> text(String address) {
    return Optional.ofNullable(files.computeIfAbsent(address, this::library))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private byte @Nullable [] library(String address) {
    if (!address.startsWith(WEBJARS)) {
      return null;
    }
    String[] parts = address.substring(WEBJARS.length()).split("/", 2);
    String path = parts.length < 2 ? null : webjars.fullPath(parts[0], parts[1]);
    Resource file = path == null ? null : resources.getResource("classpath:/" + path);
    try {
      return file == null || !file.isReadable() ? null : file.getContentAsByteArray();
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
      new TreeMap<>(files)
          .forEach(
              (address, bytes) -> {
                digest.update(address.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
              });
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
