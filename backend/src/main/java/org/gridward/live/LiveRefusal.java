package org.gridward.live;

/** Something a client asked for is refused; the message tells it why, in a sentence. */
final class LiveRefusal extends RuntimeException {

  private final boolean fatal;

  private LiveRefusal(String sentence, boolean fatal) {
    super(sentence, null, false, false);
    this.fatal = fatal;
  }

  /** This request is refused; the connection goes on. */
  static LiveRefusal of(String sentence) {
    return new LiveRefusal(sentence, false);
  }

  /** The client does not keep to the protocol, or may not be here: the connection ends. */
  static LiveRefusal fatal(String sentence) {
    return new LiveRefusal(sentence, true);
  }

  boolean fatal() {
    return fatal;
  }
}
