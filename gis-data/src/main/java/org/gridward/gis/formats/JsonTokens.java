package org.gridward.gis.formats;

import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** JSON tokens of a file, and its faults in our words. */
final class JsonTokens {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonTokens() {}

  static JsonParser open(Path file) {
    return JSON.createParser(ObjectReadContext.empty(), file);
  }

  /** The file's outermost object says that it is TopoJSON; false where it is broken. */
  static boolean isTopology(Path file) {
    try (JsonParser in = open(file)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean type = in.currentName().equals("type");
        if (in.nextToken() == JsonToken.VALUE_STRING && type) {
          return in.getString().equals("Topology");
        }
        in.skipChildren();
      }
      return false;
    } catch (JacksonException e) {
      return false; // whoever reads it finds out and says where
    }
  }

  static UnreadableFile damaged(Path file, JacksonException e) {
    if (e instanceof JacksonIOException) {
      return new UnreadableFile(
          "file-unreadable",
          "%s cannot be read: %s".formatted(file.getFileName(), e.getOriginalMessage()),
          e);
    }
    String where =
        e.getLocation() == null
            ? ""
            : " at line %d, column %d"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    return new UnreadableFile(
        "file-damaged",
        "%s is not whole JSON%s: %s".formatted(file.getFileName(), where, e.getOriginalMessage()),
        e);
  }

  static UnreadableFile damaged(Path file, String what) {
    return new UnreadableFile(
        "file-damaged", "%s is not whole JSON: %s".formatted(file.getFileName(), what));
  }
}
