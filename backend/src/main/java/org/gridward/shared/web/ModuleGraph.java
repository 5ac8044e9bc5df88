package org.gridward.shared.web;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which ES modules a page needs before its first can run: everything that its entry imports
 * statically, directly or not. What is imported only when wanted ({@code import()}) is left out.
 */
final class ModuleGraph {

  private static final Pattern IMPORT =
      Pattern.compile(
          "(?<![\\w$.])(?:import|export)\\s*(?:[\\w$*{},\\s]+?\\bfrom\\s*|[*{][\\w$*{},\\s]*[}\\s]from\\s*)?[\"']([^\"'\\n"
              + "]+)[\"']");

  private final Map<String, String> names;
  private final Function<String, Optional<String>> texts;

  /**
   * @param names an import map: a bare name, or a beginning that ends with a slash, to an address
   * @param texts the text behind an address ({@code /app/…}), empty where there is none
   */
  ModuleGraph(Map<String, String> names, Function<String, Optional<String>> texts) {
    this.names = names;
    this.texts = texts;
  }

  /** Addresses and texts from the entry on, in the order in which they are found. */
  SequencedMap<String, String> from(String entry) {
    SequencedMap<String, String> found = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(entry);
    while (!open.isEmpty()) {
      String address = open.remove();
      if (!found.containsKey(address)) {
        texts
            .apply(address)
            .ifPresent(
                text -> {
                  found.put(address, text);
                  Matcher imports = IMPORT.matcher(text);
                  while (imports.find()) {
                    resolve(imports.group(1), address).ifPresent(open::add);
                  }
                });
      }
    }
    return found;
  }

  /** As a browser does: by the import map, else against the address of the module. */
  private Optional<String> resolve(String name, String from) {
    if (name.startsWith("./") || name.startsWith("../") || name.startsWith("/")) {
      return Optional.of(URI.create(from).resolve(name).getPath());
    }
    if (names.containsKey(name)) {
      return Optional.of(names.get(name));
    }
    return names.keySet().stream()
        .filter(beginning -> beginning.endsWith("/") && name.startsWith(beginning))
        .findFirst()
        .map(beginning -> names.get(beginning) + name.substring(beginning.length()));
  }
}
