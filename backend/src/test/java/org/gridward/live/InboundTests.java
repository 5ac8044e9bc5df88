package org.gridward.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

class InboundTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"10000,10000|true", "1,0|true", "0,0|false", "0,10000|false", "x|false", "''|false"})
  void expectsHeartbeatsOnlyFromAClientThatPromisesThem(String header, boolean promised) {
    StompHeaderAccessor headers = StompHeaderAccessor.create(StompCommand.CONNECT);
    headers.setNativeHeader("heart-beat", header);
    assertThat(new Inbound(StompCommand.CONNECT, headers, new byte[0]).promisesHeartbeats())
        .isEqualTo(promised);
  }
}
