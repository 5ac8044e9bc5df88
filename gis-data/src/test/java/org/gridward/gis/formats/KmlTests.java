package org.gridward.gis.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KmlTests {
  static final String KML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>f</name>
      <Placemark id="p1"><name>Market &amp; quay</name><description><![CDATA[<b>x</b>]]></description>
       <ExtendedData>
        <Data name="code"><displayName>Code</displayName><value>A1</value></Data>
        <SchemaData schemaUrl="#s"><SimpleData name="households">312</SimpleData></SchemaData>
       </ExtendedData>
       <Polygon><outerBoundaryIs><LinearRing><coordinates>
         0,0,5 9,0,5
         9,9,5 0,9,5 0,0,5
       </coordinates></LinearRing></outerBoundaryIs>
       <innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></innerBoundaryIs>
       <innerBoundaryIs><LinearRing><coordinates>4,4 5,4 5,5 4,4</coordinates></LinearRing></innerBoundaryIs></Polygon>
      </Placemark></Folder>
      <Placemark><MultiGeometry>
       <Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1</coordinates></LinearRing></outerBoundaryIs></Polygon>
       <MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>5,5 6,5 6,6 5,5</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry>
      </MultiGeometry></Placemark>
      <Placemark><name>here</name><Point><coordinates> 116.4,39.9 </coordinates></Point></Placemark>
      <Placemark/>
      </Document></kml>
      """;

  @TempDir Path folder;

  @Test
  void readsPolygonsWithHolesAndTheirAttributes() {
    List<FeatureReading> read = read("a.kml", KML);
    Feature first = (Feature) read.getFirst();
    assertThat(first.geometry())
        .hasToString(
            "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1), (4 4, 5 4, 5 5, 4 4))");
    assertThat(first.attributes())
        .containsOnly(
            Map.entry("code", "A1"),
            Map.entry("households", "312"),
            Map.entry("name", "Market & quay"),
            Map.entry("description", "<b>x</b>"),
            Map.entry("id", "p1"));
    Feature second = (Feature) read.get(1);
    assertThat(second.geometry())
        .hasToString("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))");
    assertThat(second.repairs()).containsExactly("ring 1 was not closed: closed it");
    assertThat(((Feature) read.get(2)).geometry()).hasToString("POINT (116.4 39.9)");
    assertThat(((Feature) read.get(3)).geometry()).isNull();
  }

  @Test
  void readsKmzWhateverStandsBesideTheDocument() {
    byte[] zip =
        TestShapefile.zip(
            Map.of(
                "files/icon.png", new byte[] {1, 2, 3},
                "other.kml", "<kml/>".getBytes(StandardCharsets.UTF_8),
                "doc.kml", KML.getBytes(StandardCharsets.UTF_8)));
    assertThat(ReadFiles.readAll(ReadFiles.write(folder, "a.kmz", zip), ReadOptions.NONE))
        .hasSize(4);
  }

  @Test
  void reportsABadPlacemarkAndReadsOn() {
    List<FeatureReading> read =
        read(
            "b.kml",
            """
            <kml><Placemark><Point><coordinates>1;2</coordinates></Point></Placemark>
            <Placemark><Polygon><outerBoundaryIs/></Polygon></Placemark>
            <Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>1,1 2,2</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
            <Placemark><LineString><coordinates>1,NaN 2,2</coordinates></LineString></Placemark>
            <Placemark><Point><coordinates>1,2</coordinates></Point></Placemark></kml>
            """);
    assertThat(read.subList(0, 4)).allMatch(FeatureFault.class::isInstance);
    assertThat(((FeatureFault) read.get(2)).code()).isEqualTo("invalid-ring");
    assertThat(((FeatureFault) read.getFirst()).message())
        .isEqualTo("feature 1: \"1;2\" is not longitude,latitude");
    assertThat(read.get(4)).isInstanceOf(Feature.class);
  }

  @Test
  void neverOpensWhatTheFileNames() {
    Path secret = ReadFiles.write(folder, "secret", "s3cret");
    String text =
        """
        <!DOCTYPE kml [<!ENTITY x SYSTEM "%s">]>
        <kml><Placemark><name>&x;</name></Placemark></kml>
        """
            .formatted(secret.toUri());
    assertThatThrownBy(() -> read("x.kml", text))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(
            () ->
                read(
                    "laughs.kml",
                    """
                    <!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>
                    <kml><Placemark><name>&c;</name></Placemark></kml>
                    """))
        .isInstanceOf(UnreadableFile.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<kml>",
        "<gpx></gpx>",
        "<kml><Placemark></kml>",
        "<kml/>more",
        "<",
        "<?xml version=\"1.0\" encoding=\"no-such\"?><kml/>",
        "<kml>&nbsp;</kml>"
      })
  void refusesWhatIsNotWholeKml(String text) {
    assertThatThrownBy(() -> read("c.kml", text)).isInstanceOf(UnreadableFile.class);
  }

  @Test
  void endsAZipBombBeforeItFillsAnything() throws IOException {
    byte[] zip = TestShapefile.zip(Map.of("doc.kml", bomb()));
    assertThat(zip.length).isLessThan(500_000);
    assertThatThrownBy(
            () -> ReadFiles.readAll(ReadFiles.write(folder, "bomb.kmz", zip), ReadOptions.NONE))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("unpacks to far more");
  }

  private static byte[] bomb() {
    byte[] start = "<kml><Placemark><name>x</name></Placemark>".getBytes(StandardCharsets.UTF_8);
    byte[] bomb = new byte[180 << 20];
    Arrays.fill(bomb, (byte) ' ');
    System.arraycopy(start, 0, bomb, 0, start.length);
    return bomb;
  }

  @Test
  void refusesAPlacemarkOfManyLevels() {
    String text =
        "<kml><Placemark>" + "<a>".repeat(150) + "</a>".repeat(150) + "</Placemark></kml>";
    assertThatThrownBy(() -> read("deep.kml", text))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("larger than is sound");
  }

  private List<FeatureReading> read(String name, String text) {
    return ReadFiles.readAll(ReadFiles.write(folder, name, text), ReadOptions.NONE);
  }
}
