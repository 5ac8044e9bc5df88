package org.gridward.live;

import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

/** A frame from a client. */
record Inbound(StompCommand command, StompHeaderAccessor headers, byte[] body) {

  /** Null for a heartbeat. */
  static @Nullable Inbound of(Message<byte[]> message) {
    StompHeaderAccessor headers = StompHeaderAccessor.wrap(message);
    StompCommand command = headers.getCommand();
    return command == null ? null : new Inbound(command, headers, message.getPayload());
  }

  @Nullable String header(String name) {
    return headers.getFirstNativeHeader(name);
  }

  /** The client promises to be heard regularly: the first number of its heart-beat is not 0. */
  boolean promisesHeartbeats() {
    String heartbeat = header("heart-beat");
    return heartbeat != null && heartbeat.matches("0*[1-9]\\d*\\s*,.*");
  }

  @Nullable String receipt() {
    return header("receipt");
  }
}
