package org.gridward.bench.s6;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

/**
 * The peer of S6, a program of its own: Spring's simple STOMP broker as it comes. {@code POST
 * /publish?count=N&bytes=B} sends N events of B bytes to {@code /topic/events} and answers when all
 * of them have been given to the broker.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableWebSocketMessageBroker
public class SpringBroker implements WebSocketMessageBrokerConfigurer {

  public static final String TOPIC = "/topic/events";

  /** Starts it on loopback. */
  public static void start(int port) {
    SpringApplication application = new SpringApplication(SpringBroker.class);
    application.setDefaultProperties(
        Map.of(
            "server.address", "127.0.0.1",
            "server.port", Integer.toString(port),
            "server.tomcat.max-keep-alive-requests", "-1",
            "server.tomcat.keep-alive-timeout", "-1",
            "spring.main.banner-mode", "off",
            "logging.level.root", "warn"));
    application.run();
  }

  @Override
  public void configureMessageBroker(MessageBrokerRegistry registry) {
    registry.enableSimpleBroker("/topic");
  }

  @Override
  public void registerStompEndpoints(StompEndpointRegistry registry) {
    registry.addEndpoint("/ws");
  }

  /** The way in; found as a member of the configuration. */
  @RestController
  static class Publishing {
    private final SimpMessagingTemplate template;

    Publishing(SimpMessagingTemplate template) {
      this.template = template;
    }

    @PostMapping("/publish")
    void publish(@RequestParam int count, @RequestParam int bytes) {
      for (int i = 0; i < count; i++) {
        template.convertAndSend(TOPIC, Stamp.body(bytes));
      }
    }
  }
}
