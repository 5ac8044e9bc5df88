package org.gridward.facility;

import java.util.List;
import java.util.Map;

/**
 * What a service place is; refuses what cannot be ({@code facility-kind-invalid}, {@code
 * rule-malformed}: 422).
 *
 * @param code stable: {@code library}
 * @param names by language tag; {@code en} is always there
 * @param icon the name of a mark that map-web draws
 * @param colour the name of a colour token of map-web
 * @param rules which OpenStreetMap tags make one ({@link TagRule}); of all kinds' rules, in their
 *     order, the first that fits counts
 * @param version grows with every change
 */
public record FacilityKind(
    String code,
    Map<String, String> names,
    String icon,
    String colour,
    List<String> rules,
    int version) {

  private static final int MOST_RULES = 100;
  private static final int LONGEST_NAME = 100;

  public FacilityKind {
    names = Map.copyOf(names);
    rules = rules.stream().map(String::strip).toList();
    word("code", code);
    word("icon", icon);
    word("colour", colour);
    if (!names.containsKey("en")) {
      throw FacilityProblems.kindInvalid("names", "names must have an 'en'");
    }
    names.forEach(FacilityKind::checkName);
    if (rules.size() > MOST_RULES) {
      throw FacilityProblems.kindInvalid("rules", "there are more than 100 rules");
    }
    rules.forEach(TagRule::parse);
  }

  private static void word(String field, String text) {
    if (!text.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw FacilityProblems.kindInvalid(
          field, field + " must be small letters, digits and hyphens, at most 63");
    }
  }

  private static void checkName(String tag, String name) {
    if (!tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
        || name.isBlank()
        || name.length() > LONGEST_NAME
        || name.indexOf('\0') >= 0) {
      throw FacilityProblems.kindInvalid(
          "names", "each name needs a language tag and 1 to 100 characters");
    }
  }
}
