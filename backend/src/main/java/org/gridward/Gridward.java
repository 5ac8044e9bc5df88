package org.gridward;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one program: server and command line. */
@SpringBootApplication
public class Gridward {

  public static void main(String[] args) {
    SpringApplication.run(Gridward.class, args);
  }
}
