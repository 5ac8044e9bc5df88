package org.gridward.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridward.journal.Cursor;
import org.gridward.journal.JournalEntry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the bodies of messages. */
@Component
class Encoder {

  static final byte[] RESET = "{\"reset\":true}".getBytes(StandardCharsets.UTF_8);

  private static final byte[] OPEN = "{\"entries\":[".getBytes(StandardCharsets.UTF_8);

  private final JsonMapper json;

  Encoder(JsonMapper json) {
    this.json = json;
  }

  EncodedEntry encode(JournalEntry entry) {
    return new EncodedEntry(entry.cursor(), json.writeValueAsBytes(entry));
  }

  /** As those who go this way may read it. */
  EncodedEntry encode(JournalEntry entry, Route route) {
    return encode(route instanceof Route.Wall ? Masked.of(entry) : entry);
  }

  byte[] encode(Object body) {
    return json.writeValueAsBytes(body);
  }

  /** One body for many entries, in order; {@code cursor} is the place after them. */
  static byte[] frame(List<EncodedEntry> entries, Cursor cursor) {
    byte[] end = ("],\"cursor\":\"" + cursor + "\"}").getBytes(StandardCharsets.UTF_8);
    int size = OPEN.length + end.length + entries.size();
    for (EncodedEntry entry : entries) {
      size += entry.json().length;
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream(size);
    body.writeBytes(OPEN);
    boolean first = true;
    for (EncodedEntry entry : entries) {
      if (!first) {
        body.write(',');
      }
      first = false;
      body.writeBytes(entry.json());
    }
    body.writeBytes(end);
    return body.toByteArray();
  }
}
