package org.gridward.cli.replay;

import tools.jackson.databind.JsonNode;

/** The server answered with a problem. */
final class ServerRefused extends RuntimeException {

  private final int status;
  private final transient JsonNode problem;

  ServerRefused(int status, JsonNode problem) {
    super(
        problem.path("detail").asString(problem.path("title").asString("status " + status)),
        null,
        false,
        false);
    this.status = status;
    this.problem = problem;
  }

  int status() {
    return status;
  }

  JsonNode problem() {
    return problem;
  }

  String code() {
    return problem.path("code").asString("http-" + status);
  }
}
