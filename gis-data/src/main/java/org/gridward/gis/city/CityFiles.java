package org.gridward.gis.city;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridward.gis.demo.WorkerCsv;

/** Writes the made-up city to files. */
final class CityFiles {

  private static final String README =
      """
      MADE UP. 虚构数据。

      Everything in this folder was drawn by a program (org.gridward.gis.city.City) to try Gridward
      out. No place, boundary, street, service, post or person here is real; the coordinates
      (EPSG:4326, longitude first) lie in the open sea.
      本目录全部内容由程序生成，仅供试用；地名、边界、道路、设施、岗位、人员均为虚构。

      *.geojson       the areas, one file for each level, from the widest to the cell
      city.osm.pbf    streets, water, parks, buildings with addresses, for 'gridward basemap'
      addresses.csv   the addresses with the code of the cell each lies in
      facilities.csv  service places, for 'gridward import facilities'
      households.csv  households and people by building, for 'gridward import households'
      incidents.csv   a year of incidents, for 'gridward import incidents' and 'replay'
      shifts.csv      their planned times of duty, two weeks, for 'gridward import shifts'
      workers.csv     the workers: main and backup responsibility for cells
      """;

  private CityFiles() {}

  static void write(City city, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (CityLevel level : CityLevel.values()) {
      CityGeoJson.write(city.level(level), folder.resolve(level.fileName()));
    }
    CityMap map = new CityMap(city);
    OsmFile.write(map.features(), map.box(), folder.resolve("city.osm.pbf"));
    WorkerCsv.write(city.workers(), folder.resolve("workers.csv"));
    writeAddresses(city, folder.resolve("addresses.csv"));
    CityHomes.write(city.homes(), folder.resolve("households.csv"));
    CityFacilities.write(city, folder.resolve("facilities.csv"));
    Files.writeString(folder.resolve("README.txt"), README);
  }

  private static void writeAddresses(City city, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord("number", "street_zh", "street_en", "lon", "lat", "cell");
      for (CityAddress address : city.addresses()) {
        csv.writeRecord(
            Integer.toString(address.number()),
            address.street().zh(),
            address.street().en(),
            Double.toString(address.lon()),
            Double.toString(address.lat()),
            address.cell());
      }
    }
  }
}
