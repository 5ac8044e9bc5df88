package org.gridward.live;

import jakarta.servlet.http.HttpSession;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.identity.Caller;
import org.gridward.identity.CurrentCaller;
import org.gridward.identity.Users;
import org.gridward.shared.OnServer;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.BufferingStompDecoder;
import org.springframework.messaging.simp.stomp.StompConversionException;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** The WebSocket end of a live connection: from bytes to frames, and from failures to words. */
@Component
@OnServer
class LiveSocket extends AbstractWebSocketHandler implements SubProtocolCapable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
  private static final String CONNECTION = "gridward.live";
  private static final String TOMCAT_SEND_TIMEOUT =
      "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private final LiveConnections connections;
  private final FrameReader reader;
  private final LiveLimits limits;

  private final Users users;

  LiveSocket(LiveConnections connections, FrameReader reader, Users users, LiveLimits limits) {
    this.connections = connections;
    this.users = users;
    this.reader = reader;
    this.limits = limits;
  }

  private record Connection(LiveSession session, BufferingStompDecoder decoder) {}

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) throws Exception {
    Optional<Caller> caller = CurrentCaller.of(socket.getPrincipal());
    if (caller.isEmpty()) {
      socket.sendMessage(new TextMessage(Frames.error("sign in first", null, null)));
      socket.close(CloseStatus.POLICY_VIOLATION);
      return;
    }
    if (socket instanceof NativeWebSocketSession standard
        && standard.getNativeSession() instanceof Session tomcat) {
      tomcat.getUserProperties().put(TOMCAT_SEND_TIMEOUT, limits.sendTimeLimit().toMillis());
    }
    Object httpSession = socket.getAttributes().get(WebSession.ATTRIBUTE);
    LiveSession session =
        new LiveSession(
            socket,
            caller.get(),
            httpSession instanceof String id ? id : null,
            users.credentialsVersion(caller.get().userId()),
            limits);
    socket
        .getAttributes()
        .put(
            CONNECTION,
            new Connection(
                session,
                new BufferingStompDecoder(new StompDecoder(), LiveLimits.MAX_INBOUND_BYTES)));
    connections.open(session);
  }

  @Override
  protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
    receive(socket, ByteBuffer.wrap(message.getPayload().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
    receive(socket, message.getPayload());
  }

  private void receive(WebSocketSession socket, ByteBuffer bytes) {
    if (!(socket.getAttributes().get(CONNECTION) instanceof Connection connection)) {
      return;
    }
    LiveSession session = connection.session();
    session.heard();
    try {
      for (Message<byte[]> message : connection.decoder().decode(bytes)) {
        Inbound frame = Inbound.of(message);
        if (frame != null && !session.isClosed()) {
          read(session, frame);
        }
      }
    } catch (StompConversionException e) {
      connections.endWith(session, Frames.error("this is not STOMP 1.2", null, null));
    }
  }

  private void read(LiveSession session, Inbound frame) {
    try {
      reader.read(session, frame);
    } catch (LiveRefusal refusal) {
      refuse(session, frame, String.valueOf(refusal.getMessage()), refusal.fatal());
    } catch (Problem problem) {
      refuse(session, frame, String.valueOf(problem.getMessage()), false);
    } catch (RuntimeException e) {
      LOG.error("A frame of {} could not be handled", session.caller().login(), e);
      refuse(session, frame, "this could not be done; it has been logged", false);
    }
  }

  private void refuse(LiveSession session, Inbound frame, String sentence, boolean fatal) {
    String error = Frames.error(sentence, frame.receipt(), frame.header("id"));
    if (fatal) {
      connections.endWith(session, error);
    } else {
      session.outbox().control(error);
    }
  }

  @Override
  public void handleTransportError(WebSocketSession socket, Throwable exception) {
    end(socket);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    end(socket);
  }

  private void end(WebSocketSession socket) {
    if (socket.getAttributes().get(CONNECTION) instanceof Connection connection) {
      connections.end(connection.session());
    }
  }

  /** Frames may come in parts; the decoder puts them together. */
  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  public List<String> getSubProtocols() {
    return List.of("v12.stomp", "v11.stomp");
  }

  /** Remembers which web session a connection belongs to. */
  static final class WebSession
      implements org.springframework.web.socket.server.HandshakeInterceptor {
    static final String ATTRIBUTE = "gridward.session";

    @Override
    public boolean beforeHandshake(
        org.springframework.http.server.ServerHttpRequest request,
        org.springframework.http.server.ServerHttpResponse response,
        org.springframework.web.socket.WebSocketHandler handler,
        Map<String, Object> attributes) {
      if (request instanceof org.springframework.http.server.ServletServerHttpRequest servlet
          && !CurrentCaller.usesApiKey()) {
        HttpSession session = servlet.getServletRequest().getSession(false);
        if (session != null) {
          attributes.put(ATTRIBUTE, session.getId());
        }
      }
      return true;
    }

    @Override
    public void afterHandshake(
        org.springframework.http.server.ServerHttpRequest request,
        org.springframework.http.server.ServerHttpResponse response,
        org.springframework.web.socket.WebSocketHandler handler,
        @Nullable Exception exception) {}
  }
}
