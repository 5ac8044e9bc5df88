package org.gridward.grid.partition;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.gis.partition.Fault;
import org.gridward.gis.partition.Nesting;
import org.gridward.grid.partition.AreaFaults.LevelFindings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Findings as a GeoJSON file, so that any GIS shows them where they are. */
@Component
class FaultReport {

  private final JsonMapper json;

  FaultReport(JsonMapper json) {
    this.json = json;
  }

  /** One feature a fault; divisions by code only are in the member {@code nestings}. */
  void write(List<LevelFindings> found, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"type\":\"FeatureCollection\",\"features\":[");
      String separator = "\n";
      for (LevelFindings level : found) {
        for (Fault fault : level.findings().faults()) {
          out.write(separator + json.writeValueAsString(feature(level.level(), fault)));
          separator = ",\n";
        }
      }
      out.write("\n],\"nestings\":[");
      separator = "\n";
      for (LevelFindings level : found) {
        for (Nesting nesting : level.findings().nestings()) {
          out.write(separator + json.writeValueAsString(nesting));
          separator = ",\n";
        }
      }
      out.write("\n]}\n");
    }
  }

  private static Map<String, Object> feature(String level, Fault fault) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("level", level);
    properties.put("kind", FaultText.kind(fault));
    properties.put("codes", fault.codes());
    properties.put("parent", fault.parent());
    properties.put("squareMetres", fault.squareMetres());
    properties.put("proposal", FaultText.proposal(fault));
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("properties", properties);
    feature.put("geometry", fault.where());
    return feature;
  }
}
