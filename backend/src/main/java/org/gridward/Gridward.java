package org.gridward;

import org.gridward.cli.Program;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one program: server and command line. */
@SpringBootApplication
public class Gridward {

  public static void main(String[] args) {
    Program.main(Gridward.class, args);
  }
}
