package org.gridward.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What is measured of dispatch: how much waits for whom, and what is decided. */
@Component
class DispatchMeters {

  private final Counter offers;
  private final Counter unserved;

  DispatchMeters(MeterRegistry meters, WorkTable work) {
    this.offers =
        Counter.builder("gridward.dispatch.offers")
            .description("Incidents offered to a worker by the rules")
            .register(meters);
    this.unserved =
        Counter.builder("gridward.dispatch.unserved")
            .description(
                "Decisions that found nobody, so that the operator's queue has the incident")
            .register(meters);
    for (Work.State state : new Work.State[] {Work.State.DUE, Work.State.WAITING}) {
      Gauge.builder("gridward.dispatch.work", () -> work.count(state))
          .description("Incidents due for a decision, and those in the operator's queue")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(meters);
    }
  }

  void decided(int offered, int waiting) {
    offers.increment(offered);
    unserved.increment(waiting);
  }
}
