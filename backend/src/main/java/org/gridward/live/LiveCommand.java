package org.gridward.live;

import org.gridward.identity.Caller;

/** Something a client may ask for by SEND. */
interface LiveCommand {

  /** Where it is sent to. */
  String destination();

  /**
   * Does it; when it returns, it has been done for good.
   *
   * @throws org.gridward.shared.Problem when it is refused
   */
  void run(Caller caller, byte[] body);
}
