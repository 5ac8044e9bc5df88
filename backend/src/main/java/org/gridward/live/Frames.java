package org.gridward.live;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Server frames of STOMP 1.2 as text. */
final class Frames {

  static final String HEARTBEAT = "\n";

  private Frames() {}

  static String connected(String version, String login, long heartbeatMillis) {
    return "CONNECTED\nversion:"
        + version
        + "\nserver:gridward\nheart-beat:"
        + heartbeatMillis
        + ","
        + heartbeatMillis
        + "\nuser-name:"
        + escape(login)
        + "\n\n\0";
  }

  static String receipt(String id) {
    return "RECEIPT\nreceipt-id:" + escape(id) + "\n\n\0";
  }

  /** What was wrong, in a sentence. */
  static String error(String sentence, @Nullable String receipt, @Nullable String subscription) {
    StringBuilder frame = new StringBuilder("ERROR\nmessage:").append(escape(sentence));
    if (receipt != null) {
      frame.append("\nreceipt-id:").append(escape(receipt));
    }
    if (subscription != null) {
      frame.append("\nsubscription:").append(escape(subscription));
    }
    return frame.append("\n\n\0").toString();
  }

  static String message(Subscription subscription, long number, byte[] body) {
    return "MESSAGE\nsubscription:"
        + subscription.escapedId()
        + "\nmessage-id:"
        + number
        + "\ndestination:"
        + subscription.destination()
        + "\ncontent-type:application/json\ncontent-length:"
        + body.length
        + "\n\n"
        + new String(body, StandardCharsets.UTF_8)
        + "\0";
  }

  static String escape(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\r", "\\r")
        .replace("\n", "\\n")
        .replace(":", "\\c")
        .replace("\0", "");
  }
}
