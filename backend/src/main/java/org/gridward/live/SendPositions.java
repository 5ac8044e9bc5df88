package org.gridward.live;

import org.gridward.identity.Caller;
import org.gridward.shared.OnServer;
import org.gridward.tracking.PositionBatch;
import org.gridward.tracking.PositionIntake;
import org.gridward.tracking.PositionReceipt;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A worker's own positions over the open connection; the same batch as by REST. */
@Component
@OnServer
class SendPositions implements LiveCommand {

  private final PositionIntake intake;
  private final JsonMapper json;

  SendPositions(PositionIntake intake, JsonMapper json) {
    this.intake = intake;
    this.json = json;
  }

  @Override
  public String destination() {
    return "/app/positions";
  }

  @Override
  public void run(Caller caller, byte[] body) {
    PositionReceipt receipt = intake.accept(caller, false, read(body));
    if (receipt.accepted() == 0) {
      throw LiveRefusal.of(
          "none of the positions was taken; the first because of "
              + receipt.refused().getFirst().reason());
    }
  }

  private PositionBatch read(byte[] body) {
    try {
      PositionBatch batch = json.readValue(body, PositionBatch.class);
      if (batch != null) {
        return batch;
      }
    } catch (JacksonException e) {
      throw LiveRefusal.of("the body is not {\"positions\":[…]}: " + e.getOriginalMessage());
    }
    throw LiveRefusal.of("the body is empty");
  }
}
