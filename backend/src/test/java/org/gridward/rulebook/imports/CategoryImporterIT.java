package org.gridward.rulebook.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.gridward.rulebook.Catalogue;
import org.gridward.rulebook.CategoryCode;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.ImportReport.Fault;
import org.gridward.shared.imports.Progress;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.RealCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PostgisTest
class CategoryImporterIT {

  @Autowired CategoryImporter importer;
  @Autowired Catalogue catalogue;
  @TempDir Path folder;

  private Path zipped(String text) throws IOException {
    Path file = folder.resolve("requests.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void makesACategoryOfEachDifferentValue() throws IOException {
    Path file = zipped("Id,Type\n1,Odd Smell\n2,ODD SMELL\n3,乱倒垃圾\n4,\n5,\"Odd, Wall\"\n");
    ImportReport report = importer.run(file, null, "Type", null, Progress.SILENT);
    assertThat(report.created()).isEqualTo(3);
    assertThat(report.faults())
        .containsExactly(new Fault(5, "code-missing", "the column Type is empty"));
    assertThat(catalogue.find("odd-smell").orElseThrow().names()).containsEntry("en", "Odd Smell");
    assertThat(catalogue.find("odd-wall").orElseThrow().names()).containsEntry("en", "Odd, Wall");
    assertThat(catalogue.find(CategoryCode.of("乱倒垃圾")).orElseThrow().names())
        .containsEntry("zh", "乱倒垃圾");
    assertThat(importer.run(file, null, "Type", null, Progress.SILENT).unchanged()).isEqualTo(3);
  }

  @Test
  void saysWhichColumnsThereAre() throws IOException {
    Path file = zipped("Id,Type\n1,A\n");
    assertThatThrownBy(() -> importer.run(file, null, "Kind", null, Progress.SILENT))
        .hasMessageContaining("Kind")
        .hasMessageContaining("Id, Type");
    assertThatThrownBy(
            () -> importer.run(folder.resolve("none.csv"), null, "Kind", null, Progress.SILENT))
        .hasMessageContaining("none.csv");
  }

  @Test
  void takesTheCitysComplaintTypes() {
    Path file = RealCity.file("311-requests-2026-08.csv.gz");
    ImportReport report = importer.run(file, null, "complaint_type", null, Progress.SILENT);
    System.out.println("complaint types: " + report.summary());
    assertThat(report.created() + report.unchanged()).isEqualTo(150);
    assertThat(catalogue.find("noise-residential")).isPresent();
  }
}
