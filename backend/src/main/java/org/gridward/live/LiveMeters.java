package org.gridward.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What is measured of the live connections. */
@Component
class LiveMeters {

  private final MeterRegistry meters;
  private final Counter entries;
  private final Counter cut;

  LiveMeters(MeterRegistry meters) {
    this.meters = meters;
    this.entries =
        Counter.builder("gridward.live.entries")
            .description("Journal entries sent to clients")
            .register(meters);
    this.cut =
        Counter.builder("gridward.live.cut")
            .description("Clients cut because they did not keep up")
            .register(meters);
  }

  void sessions(Supplier<Number> count) {
    Gauge.builder("gridward.live.sessions", count)
        .description("Open live connections")
        .register(meters);
  }

  void sent(int count) {
    entries.increment(count);
  }

  void cut() {
    cut.increment();
  }
}
