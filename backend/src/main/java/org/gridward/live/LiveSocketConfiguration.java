package org.gridward.live;

import java.util.List;
import org.gridward.shared.OnServer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * The address of live connections. Only pages of our own origin may open one (Spring's default),
 * and a browser sends the session cookie, which is SameSite, with no other; so a foreign page can
 * neither open a connection in a user's name nor read one.
 */
@Configuration(proxyBeanMethods = false)
@OnServer
@EnableWebSocket
@EnableConfigurationProperties(LiveLimits.class)
class LiveSocketConfiguration implements WebSocketConfigurer {

  private final LiveSocket socket;

  LiveSocketConfiguration(LiveSocket socket) {
    this.socket = socket;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(socket, "/ws")
        .addInterceptors(new LiveSocket.WebSession())
        .setHandshakeHandler(new Uncompressed());
  }

  /** A compressor for each of some thousand clients would cost more memory than all the rest. */
  private static final class Uncompressed extends DefaultHandshakeHandler {
    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
        ServerHttpRequest request,
        List<WebSocketExtension> requested,
        List<WebSocketExtension> supported) {
      return List.of();
    }
  }
}
