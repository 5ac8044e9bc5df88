package org.gridward;

import org.gridward.cli.Program;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.aot.AbstractAotProcessor;

/** The one program: server and command line. */
@SpringBootApplication
public class Gridward {

  public static void main(String[] args) {
    if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
      SpringApplication.run(Gridward.class, args); // the build, which writes down the beans
    } else {
      Program.main(Gridward.class, args);
    }
  }
}
