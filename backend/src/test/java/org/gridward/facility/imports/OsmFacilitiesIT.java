package org.gridward.facility.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.file.FileBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.facility.Facilities;
import org.gridward.facility.Facility;
import org.gridward.facility.FacilityQuery;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.ImportReport.Fault;
import org.gridward.shared.imports.Progress;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PostgisTest
class OsmFacilitiesIT {

  @Autowired FacilityImport importer;
  @Autowired Facilities facilities;
  @TempDir Path folder;

  /** Nodes from number 1, each with its tags: key, value, key, value. */
  private Path osm(String... nodes) throws IOException {
    List<String> strings = new ArrayList<>(List.of(""));
    PrimitiveGroup.Builder group = PrimitiveGroup.newBuilder();
    for (int i = 0; i < nodes.length; i++) {
      Node.Builder node = Node.newBuilder().setId(i + 1).setLon(10_000_000).setLat(20_000_000);
      String[] words = nodes[i].split("\\|");
      for (int k = 0; k < words.length; k += 2) {
        strings.add(words[k]);
        strings.add(words[k + 1]);
        node.addKeys(strings.size() - 2).addVals(strings.size() - 1);
      }
      group.addNodes(node);
    }
    StringTable.Builder table = StringTable.newBuilder();
    strings.forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
    Path file = folder.resolve("places.osm.pbf");
    try (BlockOutputStream out = new BlockOutputStream(Files.newOutputStream(file))) {
      HeaderBlock head = HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6").build();
      out.write(FileBlock.newInstance("OSMHeader", head.toByteString(), null));
      PrimitiveBlock block =
          PrimitiveBlock.newBuilder().setStringtable(table).addPrimitivegroup(group).build();
      out.write(FileBlock.newInstance("OSMData", block.toByteString(), null));
    }
    return file;
  }

  private Facility byCode(String code) {
    return facilities.list(new FacilityQuery(AreaPath.ROOT, null, null, 0, 100_000)).stream()
        .filter(each -> each.facts().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void takesInWhatTheRulesNameAndLeavesOutWhatCannotBeKept() throws IOException {
    Path file =
        osm(
            "amenity|library|name|City Library|name:zh|市图书馆;图书总馆|opening_hours|Mo-Fr 09:00-17:00",
            "amenity|clinic|name|Old Clinic|opening_hours|by chance|website|www.example.org",
            "amenity|toilets",
            "amenity|bench|name|Not a facility",
            "amenity|school|name|第一小学|addr:housenumber|12|addr:street|运河街");
    assertThat(OsmFacilities.isOsm(file)).isTrue();
    ImportReport report = importer.runOsm(file, null, "o:", false, Progress.SILENT);
    assertThat(report.created()).isEqualTo(4);
    assertThat(report.faults()).isEmpty();
    assertThat(report.repairs())
        .extracting(Fault::code)
        .containsExactlyInAnyOrder("hours-left-out", "website-left-out");
    assertThat(byCode("o:n1").facts().names())
        .isEqualTo(Map.of("en", "City Library", "zh", "市图书馆"));
    assertThat(byCode("o:n1").facts().hours()).isEqualTo("Mo-Fr 09:00-17:00");
    assertThat(byCode("o:n2").facts().hours()).isNull();
    assertThat(byCode("o:n3").facts().names())
        .isEqualTo(Map.of("en", "Public toilet", "zh", "公共厕所"));
    assertThat(byCode("o:n5").facts().address()).isEqualTo("12 运河街");
    assertThat(byCode("o:n5").facts().names()).containsEntry("zh", "第一小学");
    assertThat(importer.runOsm(file, null, "o:", false, Progress.SILENT).unchanged()).isEqualTo(4);
  }

  @Test
  void followsTheRulesOfAFileAndRefusesThoseThatCannotBe() throws IOException {
    Path file = osm("amenity|bench|material|wood|name|Seat", "amenity|bench|name|Other");
    Path rules =
        Files.writeString(
            folder.resolve("rules.csv"), "tags,kind\namenity=bench+material=*,other\n");
    ImportReport report = importer.runOsm(file, rules, "r:", false, Progress.SILENT);
    assertThat(report.created()).isEqualTo(1);
    assertThat(byCode("r:n1").facts().kind()).isEqualTo("other");
    for (String bad : List.of("amenity,other", "a=b,castle", "a=b", "=b,other")) {
      Files.writeString(rules, "tags,kind\n" + bad + "\n");
      assertThatThrownBy(() -> importer.runOsm(file, rules, "r:", true, Progress.SILENT))
          .as(bad)
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.code()).isEqualTo("rules-malformed"));
    }
  }
}
