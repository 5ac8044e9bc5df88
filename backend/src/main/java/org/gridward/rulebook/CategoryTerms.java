package org.gridward.rulebook;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a version of a {@link Category} says, without its code and number; see there. */
public record CategoryTerms(
    Map<String, String> names,
    Severity severity,
    boolean autoFile,
    @Nullable String requiredSkill,
    Duration acceptWithin,
    Duration handleWithin) {

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int LONGEST_NAME = 200;

  public CategoryTerms {
    names = Map.copyOf(names);
    checkNames(names);
    checkLimit("acceptWithin", acceptWithin);
    checkLimit("handleWithin", handleWithin);
    if (requiredSkill != null && requiredSkill.isBlank()) {
      throw new CategoryRejected("requiredSkill", "requiredSkill must not be blank; leave it out");
    }
  }

  private static void checkNames(Map<String, String> names) {
    if (!names.containsKey("en")) {
      throw new CategoryRejected("names", "names must hold an English name under 'en'");
    }
    names.forEach(
        (language, name) -> {
          if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            throw new CategoryRejected(
                "names", "'" + language + "' is no language tag such as en or zh");
          }
          if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new CategoryRejected(
                "names",
                "the name for '%s' must have 1 to %d characters".formatted(language, LONGEST_NAME));
          }
        });
  }

  private static void checkLimit(String field, Duration limit) {
    if (limit.compareTo(Duration.ofSeconds(1)) < 0 || limit.compareTo(LONGEST) > 0) {
      throw new CategoryRejected(
          field + "Seconds",
          "%s (%s) must lie between 1 second and 366 days".formatted(field, limit));
    }
  }

  /** What the category says. */
  public static CategoryTerms of(Category category) {
    return new CategoryTerms(
        category.names(),
        category.severity(),
        category.autoFile(),
        category.requiredSkill(),
        category.acceptWithin(),
        category.handleWithin());
  }

  /** The same words under a code and a number. */
  Category as(String code, int version) {
    return new Category(
        code, version, names, severity, autoFile, requiredSkill, acceptWithin, handleWithin);
  }

  /** True when {@code category} says exactly this. */
  boolean saidBy(Category category) {
    return names.equals(category.names())
        && severity == category.severity()
        && autoFile == category.autoFile()
        && Objects.equals(requiredSkill, category.requiredSkill())
        && acceptWithin.equals(category.acceptWithin())
        && handleWithin.equals(category.handleWithin());
  }
}
