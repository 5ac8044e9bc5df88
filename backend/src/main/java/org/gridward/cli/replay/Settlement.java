package org.gridward.cli.replay;

import java.io.IOException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Ends one incident as the file says, whatever has been done with it meanwhile. */
final class Settlement {

  private static final Set<String> ENDED = Set.of("CLOSED", "EVALUATED", "DISMISSED", "MERGED");
  private static final int TRIES = 8;

  private final IntakeClient client;
  private final Tally tally;

  Settlement(IntakeClient client, Tally tally) {
    this.client = client;
    this.tally = tally;
  }

  void settle(Receipt receipt) throws IOException, InterruptedException {
    String command = "settle";
    int version = receipt.version();
    for (int attempt = 1; ; attempt++) {
      try {
        client.command(command, receipt.id(), version);
        tally.settled.increment();
        return;
      } catch (ServerRefused refused) {
        if (refused.status() != 409 || attempt == TRIES) {
          throw refused;
        }
      }
      JsonNode now = client.get(receipt.id());
      if (ENDED.contains(now.path("stage").asString())) {
        tally.endedByOthers.increment();
        return;
      }
      command = now.path("stage").asString().equals("FED_BACK") ? "close" : "settle";
      version = now.path("version").asInt();
    }
  }
}
