package org.gridward.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one client may cost.
 *
 * @param sendTimeLimit how long one write may take before the client is cut
 * @param bufferBytes how much may wait for a client before it is cut
 * @param flushGap the shortest time between two writes to a client under load
 * @param heartbeat how often each side must be heard
 * @param maxBacklog entries after which a resuming client is told to load the snapshot instead
 * @param recheckEvery how often it is asked whether a client's session still stands
 */
@ConfigurationProperties("gridward.live")
record LiveLimits(
    @DefaultValue("5s") Duration sendTimeLimit,
    @DefaultValue("1048576") int bufferBytes,
    @DefaultValue("10ms") Duration flushGap,
    @DefaultValue("10s") Duration heartbeat,
    @DefaultValue("10000") int maxBacklog,
    @DefaultValue("60s") Duration recheckEvery) {

  static final int MAX_SUBSCRIPTIONS = 64;
  static final int MAX_INBOUND_BYTES = 512 * 1024;
}
