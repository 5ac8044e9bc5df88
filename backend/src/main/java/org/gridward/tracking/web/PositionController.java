package org.gridward.tracking.web;

import org.gridward.identity.Caller;
import org.gridward.identity.CurrentCaller;
import org.gridward.shared.OnServer;
import org.gridward.tracking.PositionBatch;
import org.gridward.tracking.PositionIntake;
import org.gridward.tracking.PositionReceipt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Positions of workers, sent by their phones or by a gateway with an API key. */
@RestController
@OnServer
class PositionController {

  private final PositionIntake intake;

  PositionController(PositionIntake intake) {
    this.intake = intake;
  }

  @PostMapping("/api/positions")
  PositionReceipt accept(Caller caller, @RequestBody PositionBatch batch) {
    return intake.accept(caller, CurrentCaller.usesApiKey(), batch);
  }
}
