package org.gridward.facility;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What tags of OpenStreetMap make a facility: every one of these, {@code *} for any value.
 *
 * @param tags at least one
 */
public record TagRule(Map<String, String> tags) {

  private static final int LONGEST = 300;

  public TagRule {
    tags = Map.copyOf(tags);
  }

  /** Reads {@code key=value+key=*}; {@code rule-malformed} (422) for anything else. */
  public static TagRule parse(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw FacilityProblems.ruleMalformed(text.substring(0, Math.min(60, text.length())));
    }
    for (String tag : text.split("\\+", -1)) {
      String[] sides = tag.split("=", 2);
      if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank()) {
        throw FacilityProblems.ruleMalformed(tag);
      }
      tags.put(sides[0].strip(), sides[1].strip());
    }
    return new TagRule(tags);
  }

  /** Whether an element with these tags is meant. */
  public boolean fits(Map<String, String> given) {
    return tags.entrySet().stream()
        .allMatch(
            wanted -> {
              String value = given.get(wanted.getKey());
              return value != null
                  && (wanted.getValue().equals("*") || wanted.getValue().equals(value));
            });
  }
}
