package org.gridward.dispatch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.dispatch.ranking.Verdict;

/**
 * Says verdicts and reasons in the reader's language: English, or Chinese for any locale whose
 * language is {@code zh}. Decisions are kept as codes with parameters and put into words when read.
 */
public final class Words {

  private static final String BUNDLE = "org.gridward.dispatch.words";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  private final Locale language;
  private final ResourceBundle bundle;

  private Words(Locale language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The words for a reader who asked for {@code locale}. */
  public static Words in(Locale locale) {
    return new Words(locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
  }

  /** Why somebody was chosen or passed over. */
  public String verdict(Verdict verdict, Map<String, ?> params) {
    return say("verdict." + verdict, params);
  }

  /** Why a decision came out as it did. */
  public String reason(Reason reason, Map<String, ?> params) {
    return say("reason." + reason, params);
  }

  /** What an operator should know about the choice made by hand. */
  public String warning(Verdict warning, Map<String, ?> params) {
    return say("warning." + warning, params);
  }

  /** Several sentences as one text. */
  public String join(List<String> sentences) {
    return String.join(language.equals(Locale.CHINESE) ? "" : " ", sentences);
  }

  private String say(String key, Map<String, ?> params) {
    return PLACEHOLDER
        .matcher(bundle.getString(key))
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), params)));
  }

  private String value(String name, Map<String, ?> params) {
    Object value = params.get(name);
    if (value instanceof Number metres && name.endsWith("Metres")) {
      return distance(metres.doubleValue());
    }
    return value == null ? "?" : value.toString();
  }

  private String distance(double metres) {
    boolean chinese = language.equals(Locale.CHINESE);
    return metres < 1000
        ? String.format(language, chinese ? "%.0f米" : "%.0f m", metres)
        : String.format(language, chinese ? "%.1f公里" : "%.1f km", metres / 1000);
  }
}
