package org.gridward.identity.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.shared.web.ExternalTiles;
import org.gridward.shared.web.PageFiles;

/**
 * The content security policy of every answer. Nothing inline runs but the import maps that stand
 * in the pages themselves, known by their SHA-256; nothing is loaded from or sent to another host,
 * but pictures of maps where the installation is configured so.
 */
final class ContentSecurityPolicy {

  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private ContentSecurityPolicy() {}

  /** The policy for the pages that are handed out. */
  static String ofPages(PageFiles pages, ExternalTiles external) {
    Set<String> hashes = new TreeSet<>();
    pages.all().forEach(html -> hashes.addAll(hashes(html)));
    return policy(hashes, external.find().map(ExternalTiles.Source::origin).orElse(""));
  }

  /**
   * @param pictures another host from which pictures of maps may come; empty for none
   */
  static String policy(Set<String> scriptHashes, String pictures) {
    return String.join(
        "; ",
        "default-src 'none'",
        ("script-src 'self' " + String.join(" ", scriptHashes)).strip(),
        "style-src 'self'",
        ("img-src 'self' data: blob: " + pictures).strip(),
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "media-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }

  static Set<String> hashes(String html) {
    Set<String> hashes = new TreeSet<>();
    Matcher matcher = IMPORT_MAP.matcher(html);
    while (matcher.find()) {
      hashes.add("'sha256-" + sha256(matcher.group(1)) + "'");
    }
    return hashes;
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
