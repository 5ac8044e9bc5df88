package org.gridward.gis.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.gridward.gis.cells.CellShape;
import org.gridward.gis.testing.RealCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class RealFilesTests {
  @Test
  void readsEveryTractFromItsZippedShapefile() {
    Set<String> codes = new HashSet<>();
    Envelope box = new Envelope();
    for (CellShape tract : RealCity.tracts()) {
      codes.add(tract.code());
      box.expandToInclude(tract.boundary().getEnvelopeInternal());
    }
    assertThat(codes).hasSize(2165).contains("1000100");
    assertThat(new Envelope(-74.26, -73.69, 40.49, 40.92).covers(box)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"boroughs.geojson, borough_code, 5", "neighbourhoods.geojson, NTACode, 195"})
  void readsTheGeoJsonFiles(String file, String code, int count) {
    Set<String> codes = new HashSet<>();
    try (FeatureSource source = Features.open(RealCity.file(file), ReadOptions.NONE)) {
      assertThat(source.count()).hasValue(count);
      source.forEachRemaining(reading -> codes.add(((Feature) reading).text(code)));
    }
    assertThat(codes).hasSize(count);
  }
}
