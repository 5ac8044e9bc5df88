package org.gridward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  @Test
  void modulesKeepTheirBoundaries() {
    ApplicationModules.of(
            Gridward.class,
            resideInAPackage("org.gridward.gis..").or(resideInAPackage("org.gridward.testing..")))
        .verify();
  }
}
