package org.gridward.gis.formats;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The characters of a CSV file, unpacked and behind the byte order mark. */
final class CsvText {
  private static final int HEADER_CHARACTERS = 1 << 16;

  private CsvText() {}

  /** Bytes that are not of the encoding become {@link CsvTable#NO_CHARACTER}. */
  static BufferedReader open(Path file, Charset charset) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      var decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .replaceWith(String.valueOf(CsvTable.NO_CHARACTER));
      var text = new BufferedReader(new InputStreamReader(unpacked(in, Files.size(file)), decoder));
      text.mark(1);
      if (text.read() != '\uFEFF') {
        text.reset();
      }
      return text;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static InputStream unpacked(InputStream in, long bytes) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? BoundedInput.of(new GZIPInputStream(in, 1 << 16), bytes) : in;
  }

  /** The one of the three that stands in the first line most often; reads no further. */
  static char separator(BufferedReader text) throws IOException {
    text.mark(HEADER_CHARACTERS);
    StringBuilder line = new StringBuilder();
    for (int next = text.read();
        next >= 0 && (next != '\n' || line.isEmpty()) && line.length() < HEADER_CHARACTERS - 1;
        next = text.read()) {
      line.append((char) next);
    }
    text.reset();
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(line, candidate) > count(line, best) ? candidate : best;
    }
    return best;
  }

  private static long count(CharSequence line, char wanted) {
    return line.chars().filter(character -> character == wanted).count();
  }
}
