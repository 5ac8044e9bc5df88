package org.gridward.gis.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.Relation.MemberType;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.file.FileBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.gis.places.FoundPlace;
import org.gridward.gis.places.OsmPlaces;
import org.gridward.gis.places.PlaceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;

class OsmReadingTests {

  private static final List<String> STRINGS =
      List.of(
          "",
          "highway",
          "residential",
          "name",
          "Canal Street",
          "name:zh",
          "运河街;沟街",
          "addr:housenumber",
          "12",
          "addr:street",
          "Canal St",
          "amenity",
          "cafe",
          "Corner",
          "type",
          "multipolygon",
          "leisure",
          "park",
          "outer",
          "Green");

  @TempDir Path folder;

  /** Five nodes in a row, 0.002° apart; node 5 is a café with an address. */
  private Path file() throws IOException {
    DenseNodes.Builder dense = DenseNodes.newBuilder();
    for (int i = 1; i <= 5; i++) {
      dense.addId(1).addLon(i == 1 ? 10_000_000 : 20_000).addLat(i == 1 ? 20_000_000 : 0);
      if (i == 5) {
        for (String text : List.of("amenity", "cafe", "name", "Corner", "addr:housenumber", "12")) {
          dense.addKeysVals(STRINGS.indexOf(text));
        }
        dense.addKeysVals(9).addKeysVals(10);
      }
      dense.addKeysVals(0);
    }
    Way street = way(7, 1, 1, 2, "highway", "residential", "name", "Canal Street");
    Way more =
        way(8, 3, 1, 2, "highway", "residential", "name", "Canal Street", "name:zh", "运河街;沟街");
    Way outline = way(9, 1, 1, 3);
    Relation park =
        Relation.newBuilder()
            .setId(3)
            .addKeys(14)
            .addVals(15)
            .addKeys(16)
            .addVals(17)
            .addKeys(3)
            .addVals(19)
            .addMemids(9)
            .addTypes(MemberType.WAY)
            .addRolesSid(18)
            .build();
    StringTable.Builder strings = StringTable.newBuilder();
    STRINGS.forEach(text -> strings.addS(ByteString.copyFromUtf8(text)));
    Path file = folder.resolve("made.osm.pbf");
    try (BlockOutputStream out = new BlockOutputStream(Files.newOutputStream(file))) {
      out.setCompress("deflate");
      HeaderBlock head = HeaderBlock.newBuilder().addRequiredFeatures("DenseNodes").build();
      out.write(FileBlock.newInstance("OSMHeader", head.toByteString(), null));
      PrimitiveBlock block =
          PrimitiveBlock.newBuilder()
              .setStringtable(strings)
              .addPrimitivegroup(PrimitiveGroup.newBuilder().setDense(dense))
              .addPrimitivegroup(
                  PrimitiveGroup.newBuilder().addWays(street).addWays(more).addWays(outline))
              .addPrimitivegroup(
                  PrimitiveGroup.newBuilder()
                      .addRelations(park)
                      .addRelations(park.toBuilder().setId(4)))
              .build();
      out.write(FileBlock.newInstance("OSMData", block.toByteString(), null));
    }
    return file;
  }

  private static Way way(long id, long first, long step, int nodes, String... tags) {
    Way.Builder way = Way.newBuilder().setId(id).addRefs(first);
    for (int i = 1; i < nodes; i++) {
      way.addRefs(step);
    }
    for (int i = 0; i < tags.length; i += 2) {
      way.addKeys(STRINGS.indexOf(tags[i])).addVals(STRINGS.indexOf(tags[i + 1]));
    }
    return way.build();
  }

  @Test
  void readsNodesWaysAndRelationsWithTheirPlaces() throws IOException {
    List<OsmElement> read = new ArrayList<>();
    OsmReading.read(file(), _ -> true, read::add);
    assertThat(read).extracting(OsmElement::code).containsExactly("n5", "r3", "r4", "w7", "w8");
    assertThat(read.getFirst().tags()).containsEntry("name", "Corner").hasSize(4);
    assertThat(read.get(3).points())
        .containsExactly(new Coordinate(1, 2), new Coordinate(1.002, 2));
    assertThat(read.get(1).points()).hasSize(3);
    assertThat(read.get(2).points()).as("of the same outline").isEqualTo(read.get(1).points());
  }

  @Test
  void makesPlacesOfThem() throws IOException {
    List<FoundPlace> places = OsmPlaces.read(file());
    assertThat(places)
        .extracting(FoundPlace::code)
        .containsExactly("street/w7", "n5/address", "n5", "r3", "r4");
    FoundPlace street = places.getFirst();
    assertThat(street.names())
        .as("the first is shown, the others are found")
        .isEqualTo(Map.of("en", "Canal Street", "zh", "运河街", "x-3", "沟街"));
    assertThat(street.course()).hasSize(2);
    assertThat(places.get(1).number()).isEqualTo("12");
    assertThat(places.get(1).names()).as("its street's").isEqualTo(street.names());
    assertThat(places.get(2).kind()).isEqualTo(PlaceKind.POI);
    assertThat(places.get(2).detail()).isEqualTo("12 Canal St");
  }

  @Test
  void neverFailsInAnotherWayOnDamagedBytes() throws IOException {
    byte[] whole = Files.readAllBytes(file());
    Random random = new Random(133);
    Path damaged = folder.resolve("damaged.osm.pbf");
    for (int i = 0; i < 1500; i++) {
      byte[] bytes = whole.clone();
      for (int k = 1 + random.nextInt(4); k > 0; k--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(5) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      Files.write(damaged, bytes);
      try {
        OsmPlaces.read(damaged);
      } catch (UnreadableFile refused) {
        assertThat(refused.code()).isIn("file-damaged", "format-unknown");
      }
    }
  }

  @Test
  void saysWhenAFileIsSomethingElse() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "this is no map at all, only words");
    assertThatThrownBy(() -> OsmPlaces.read(text))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("a.txt");
    Path empty = Files.writeString(folder.resolve("empty"), "");
    assertThatThrownBy(() -> OsmPlaces.read(empty)).isInstanceOf(UnreadableFile.class);
  }
}
