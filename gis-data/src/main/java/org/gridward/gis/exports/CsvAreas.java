package org.gridward.gis.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gridward.gis.crs.OutputCrs;
import org.jspecify.annotations.Nullable;

/** A row for each area. */
final class CsvAreas implements AreaWriter {
  private final AreaColumns columns;
  private final OutputCrs crs;
  private final CsvWriter csv;

  CsvAreas(OutputStream out, AreaColumns columns, OutputCrs crs) {
    this.columns = columns;
    this.crs = crs;
    this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    List<String> header = new ArrayList<>(columns.names());
    header.add("wkt");
    csv.writeRecord(header);
  }

  @Override
  public void write(ExportedArea area) {
    List<@Nullable String> row = new ArrayList<>(columns.values(area));
    row.add(area.boundary() == null ? null : WktText.of(crs.fromWgs84(area.boundary())));
    csv.writeRecord(row);
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
  }

  @Override
  public void close() {
    // the stream below is not ours
  }
}
