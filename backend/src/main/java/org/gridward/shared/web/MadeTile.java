package org.gridward.shared.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A tile as it is sent, compressed once and not for everybody who asks.
 *
 * @param bytes the tile; empty where nothing lies in it
 * @param packed the same by gzip; null where that would save nothing
 * @param tag strong, of the content alone: a tile in which nothing has changed keeps it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record MadeTile(byte[] bytes, byte @Nullable [] packed, String tag) {

  private static final int WORTH_PACKING = 256;

  /** The tile with everything that sending it needs. */
  public static MadeTile of(byte[] bytes) {
    return new MadeTile(bytes, bytes.length < WORTH_PACKING ? null : pack(bytes), digest(bytes));
  }

  /** Roughly how much memory it takes, in bytes. */
  public int weight() {
    return 200 + bytes.length + (packed == null ? 0 : packed.length);
  }

  /** The bytes for one who accepts these encodings ({@code Accept-Encoding}). */
  Sent sentTo(@Nullable String accepted) {
    return packed != null && accepted != null && accepted.contains("gzip")
        ? new Sent(packed, "\"" + tag + "-gzip\"", true)
        : new Sent(bytes, "\"" + tag + "\"", false);
  }

  /** One of the two forms, with the tag of that form. */
  record Sent(byte[] bytes, String tag, boolean packed) {}

  private static byte[] pack(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(Arrays.copyOf(whole, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
