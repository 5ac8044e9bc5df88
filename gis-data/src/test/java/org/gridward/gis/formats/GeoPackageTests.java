package org.gridward.gis.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridward.gis.formats.ReadFiles.readAll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

class GeoPackageTests {
  private static final String[] SECOND_LAYER = {
    "create table \"odd \"\" name\" (fid integer primary key, geom point, name text)",
    "insert into gpkg_contents (table_name, data_type, identifier, last_change, srs_id)"
        + " values ('odd \" name', 'features', 'x', '', 4326)",
    "insert into gpkg_geometry_columns values ('odd \" name', 'geom', 'POINT', 4326, 1, 0)",
    "insert into \"odd \"\" name\" (geom, name) values (x'" + blob(point()) + "', '甲')"
  };

  @TempDir Path folder;

  private static byte[] point() {
    return new WKBWriter(3).write(new GeometryFactory().createPoint(new Coordinate(116, 39, 7)));
  }

  private static String blob(byte[] wkb) {
    return "4750000000001000" + HexFormat.of().formatHex(wkb);
  }

  @Test
  void asksWhichLayerIsMeant() {
    Path file = write(2, SECOND_LAYER);
    assertThatThrownBy(() -> Features.open(file, ReadOptions.NONE))
        .isInstanceOfSatisfying(
            UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("layer-unclear"))
        .hasMessageContaining("areas, odd \" name");
    assertThat(readAll(file, new ReadOptions(null, null, "areas"))).hasSize(2);
    Feature odd = ReadFiles.only(file, new ReadOptions(null, null, "odd \" name"));
    assertThat(odd.geometry()).hasToString("POINT (116 39)");
    assertThat(odd.geometry().getCoordinate().getZ()).isNaN();
    assertThat(odd.text("name")).isEqualTo("甲");
    assertThat(odd.text("fid")).isEqualTo("1");
  }

  @Test
  void takesTheCrsFromItsOwnTable() {
    Path file =
        write(
            1,
            "insert into gpkg_spatial_ref_sys values ('x', 2263, 'epsg', 2263, 'undefined', '')",
            "update gpkg_geometry_columns set srs_id = 2263");
    try (FeatureSource source = Features.open(file, ReadOptions.NONE)) {
      assertThat(source.crs().name()).isEqualTo("EPSG:2263");
    }
    Path unsaid = write(1, "update gpkg_geometry_columns set srs_id = -1");
    assertThatThrownBy(() -> Features.open(unsaid, ReadOptions.NONE))
        .isInstanceOfSatisfying(
            UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("crs-unknown"));
    assertThat(readAll(unsaid, new ReadOptions("EPSG:4490", null))).hasSize(1);
  }

  @Test
  void reportsABadGeometryAndReadsOn() {
    String hugeCount = "0102000000" + "ffffff7f";
    String deep = "0107000000" + "01000000";
    List<FeatureReading> read =
        readAll(
            write(
                8,
                "update areas set geom = x'00' where fid = 1",
                "update areas set geom = x'4750000000001000' where fid = 2",
                "update areas set geom = x'475000000000100001' where fid = 3",
                "update areas set geom = x'47500000000010000109000000' where fid = 4",
                "update areas set geom = x'4750000f00001000' || x'00' where fid = 5",
                "update areas set geom = x'4750000000001000" + hugeCount + "' where fid = 6",
                "update areas set geom = x'4750000000001000"
                    + deep.repeat(50_000)
                    + "010700000000000000' where fid = 7"),
            ReadOptions.NONE);
    assertThat(read.subList(0, 7)).allMatch(FeatureFault.class::isInstance);
    assertThat(((FeatureFault) read.get(6)).message()).contains("nested too deeply");
    assertThat(read.get(7)).isInstanceOf(Feature.class);
  }

  @Test
  void doesNotRunWhatTheFileBringsAlong() {
    assertThatThrownBy(
            () ->
                Features.open(
                    write(
                        1,
                        "alter table areas rename to a",
                        "create view areas as with recursive n(i) as (select 1 union all select i +"
                            + " 1 from n) select i as fid, null as geom from n",
                        "update gpkg_contents set table_name = 'areas'",
                        "update gpkg_geometry_columns set table_name = 'areas'"),
                    ReadOptions.NONE))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("no layer of features");
  }

  @Test
  void refusesAFileThatAnotherProgramIsWriting() throws IOException {
    Path file = write(1);
    Files.write(folder.resolve("areas.gpkg-wal"), new byte[] {1});
    assertThatThrownBy(() -> Features.open(file, ReadOptions.NONE))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("another program");
  }

  @Test
  void refusesSqliteThatIsNoGeoPackage() {
    assertThatThrownBy(
            () -> Features.open(write(1, "drop table gpkg_geometry_columns"), ReadOptions.NONE))
        .isInstanceOf(UnreadableFile.class);
  }

  @Test
  void readsFromAFolderWithAnOddName() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("网 格?#%20"));
    assertThat(readAll(TestGeoPackage.write(odd.resolve("a b.gpkg"), 3), ReadOptions.NONE))
        .hasSize(3);
  }

  private Path write(int areas, String... statements) {
    return TestGeoPackage.write(folder.resolve("areas.gpkg"), areas, statements);
  }

  /** Each of the collections claims as many parts as the bytes could hold. */
  @Test
  void refusesCollectionsThatClaimMoreThanTheyHold() {
    byte[] bytes =
        HexFormat.of().parseHex(blob(new byte[0]) + "010700000000f00200".repeat(200_000));
    assertThatThrownBy(() -> GeoPackageBlob.geometry(bytes))
        .isInstanceOf(UnreadableGeometry.class)
        .hasMessageContaining("more parts than it holds");
  }
}
