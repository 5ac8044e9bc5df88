package org.gridward.incident.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridward.incident.photo.TestPhotos.jpeg;
import static org.gridward.incident.photo.TestPhotos.png;
import static org.gridward.incident.photo.TestPhotos.withExif;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTests {

  private final PhotoReader reader = new PhotoReader();

  private static BufferedImage open(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void keepsThePictureAndNothingOfItsMetadata() {
    byte[] file = withExif(jpeg(640, 480), 1);
    assertThat(text(file)).contains("Exif", "GPS-SECRET-MARK");
    Photo photo = reader.read(file);
    assertThat(photo.width()).isEqualTo(640);
    assertThat(photo.height()).isEqualTo(480);
    assertThat(text(photo.jpeg())).doesNotContain("Exif").doesNotContain("GPS-SECRET-MARK");
    assertThat(text(photo.thumbnail())).doesNotContain("Exif").doesNotContain("GPS-SECRET-MARK");
    assertThat(photo.jpeg()).startsWith(0xff, 0xd8, 0xff);
  }

  /** The picture is red in its top left quarter, else white; where is red when it is upright? */
  @ParameterizedTest
  @CsvSource({
    "1, 40, 20, left, top",
    "2, 40, 20, right, top",
    "3, 40, 20, right, bottom",
    "4, 40, 20, left, bottom",
    "5, 20, 40, left, top",
    "6, 20, 40, right, top",
    "7, 20, 40, right, bottom",
    "8, 20, 40, left, bottom"
  })
  void turnsThePictureUpright(int orientation, int width, int height, String x, String y)
      throws IOException {
    Photo photo = reader.read(withExif(jpeg(40, 20), orientation));
    BufferedImage image = open(photo.jpeg());
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    for (String atX : new String[] {"left", "right"}) {
      for (String atY : new String[] {"top", "bottom"}) {
        Color color =
            new Color(
                image.getRGB(
                    atX.equals("left") ? width / 4 : width * 3 / 4,
                    atY.equals("top") ? height / 4 : height * 3 / 4));
        boolean red = color.getGreen() < 100;
        assertThat(red).as("%s %s", atX, atY).isEqualTo(atX.equals(x) && atY.equals(y));
      }
    }
  }

  @Test
  void makesJpegOfPngOnWhite() throws IOException {
    Photo photo = reader.read(png(30, 30, new Color(0, 0, 0, 0)));
    assertThat(photo.jpeg()).startsWith(0xff, 0xd8, 0xff);
    assertThat(new Color(open(photo.jpeg()).getRGB(15, 15))).isEqualTo(Color.WHITE);
  }

  @Test
  void makesASmallCopyAndBoundsTheLarge() throws IOException {
    Photo photo = reader.read(jpeg(6000, 3000));
    assertThat(Math.max(photo.width(), photo.height())).isEqualTo(PhotoReader.MAX_EDGE);
    assertThat(photo.width()).isEqualTo(2 * photo.height());
    BufferedImage small = open(photo.thumbnail());
    assertThat(small.getWidth()).isEqualTo(PhotoReader.THUMBNAIL_EDGE);
    assertThat(small.getHeight()).isEqualTo(PhotoReader.THUMBNAIL_EDGE / 2);
  }

  @Test
  void refusesATextThatIsCalledAPhoto() {
    assertThatThrownBy(() -> reader.read("#!/bin/sh\nrm -rf /".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(PhotoRejected.class)
        .hasMessageContaining("neither JPEG nor PNG");
    assertThatThrownBy(() -> reader.read(new byte[0])).isInstanceOf(PhotoRejected.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.3, 0.6, 0.95})
  void refusesATruncatedPhoto(double part) {
    for (byte[] whole : new byte[][] {jpeg(400, 300), png(400, 300, Color.RED)}) {
      byte[] cut = Arrays.copyOf(whole, (int) (whole.length * part));
      assertThatThrownBy(() -> reader.read(cut))
          .isInstanceOf(PhotoRejected.class)
          .hasMessageContaining("send");
    }
  }

  @Test
  void refusesAHeaderThatPromisesMorePixelsThanItDecodes() {
    assertThatThrownBy(() -> reader.read(TestPhotos.pngHeader(60_000, 60_000)))
        .isInstanceOf(PhotoRejected.class)
        .hasMessageContaining("60000 × 60000 pixels");
    assertThatThrownBy(() -> reader.read(TestPhotos.withSize(jpeg(8, 8), 65_000, 65_000)))
        .isInstanceOf(PhotoRejected.class)
        .hasMessageContaining("65000 × 65000 pixels");
  }

  @Test
  void survivesDamageAnywhereInTheFile() {
    byte[] whole = withExif(jpeg(64, 64), 6);
    var random = new java.util.Random(7);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 4; i++) {
        damaged[3 + random.nextInt(damaged.length - 3)] = (byte) random.nextInt();
      }
      try {
        assertThat(reader.read(damaged).jpeg()).isNotEmpty();
      } catch (PhotoRejected expected) {
        assertThat(expected.code()).isNotBlank();
      }
    }
  }
}
