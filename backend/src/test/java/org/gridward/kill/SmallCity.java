package org.gridward.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridward.testing.TestPeople;

/**
 * Three cells side by side, K0 to K2, each one hundredth of a degree wide, from 10 east and 50
 * north, 0.03° high; a worker for each: a, b, c; and an operator.
 */
final class SmallCity {

  static final String PASSWORD = TestPeople.PASSWORD;

  private static final int CELLS = 3;

  private SmallCity() {}

  /** Imports it into the folder of a server that does not run yet; answers a wall's token. */
  static String seed(ServerProcess server) throws Exception {
    Path cells = write(server, "cells.geojson", cells());
    Path workers =
        write(
            server, "workers.csv", "name,login,cells,rank,skills\nA,a,K0,,\nB,b,K1,,\nC,c,K2,,\n");
    Path password = write(server, "password", PASSWORD + "\n");
    Path commands =
        Files.write(
            server.folder().resolve("city.txt"),
            List.of(
                "import areas " + cells + " --level cell --cell --code code --name name",
                "import workers " + workers,
                "admin create-user operator --name Operator --role OPERATOR --password-file "
                    + password,
                "admin create-wall-token --label Hall"));
    return server.command("run", commands.toString()).lines().toList().getLast().strip();
  }

  private static Path write(ServerProcess server, String name, String text) throws IOException {
    return Files.writeString(server.folder().resolve(name), text);
  }

  private static String cells() {
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < CELLS; i++) {
      double west = 10 + i * 0.01;
      features
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"type":"Feature","properties":{"code":"K%1$d","name":"Cell %1$d"},"geometry":{"type":"Polygon",
               "coordinates":[[[%2$s,50],[%3$s,50],[%3$s,50.03],[%2$s,50.03],[%2$s,50]]]}}
              """
                  .formatted(i, west, west + 0.01));
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
  }
}
