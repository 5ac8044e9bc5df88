package org.gridward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameContaining;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  @Test
  void modulesKeepTheirBoundaries() {
    ApplicationModules.of(
            Gridward.class,
            resideInAPackage("org.gridward.gis..")
                .or(resideInAPackage("org.gridward.testing.."))
                .or(nameContaining("__"))) // what the build has made of beans
        .verify();
  }
}
