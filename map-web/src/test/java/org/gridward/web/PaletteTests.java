package org.gridward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The colours of the states: readable on every ground, and apart from each other also for eyes that
 * lack a cone. Lack is simulated after Machado, Oliveira and Fernandes, "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency" (2009), severity 1; distance is CIE 1976 ΔE.
 */
class PaletteTests {

  private static final Path TOKENS =
      Path.of("src/main/resources/META-INF/resources/app/tokens.css");
  private static final Path MARKS =
      Path.of("src/main/resources/META-INF/resources/app/lib/marks.js");
  private static final List<String> STATES = List.of("new", "sent", "onsite", "late", "quiet");
  private static final double LEAST_CONTRAST = 4.5;
  private static final double LEAST_DISTANCE = 13;

  private static final Map<String, double[]> EYES =
      Map.of(
          "all cones", new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1},
          "protanopia",
              new double[] {
                0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                1.051998
              },
          "deuteranopia",
              new double[] {
                0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
                0.968881
              },
          "tritanopia",
              new double[] {
                1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
                0.303900
              });

  @Test
  void statesAreReadableOnEveryGround() throws IOException {
    themes()
        .forEach(
            (theme, tokens) -> {
              for (String state : STATES) {
                for (String ground : List.of("panel", "ground", "raised")) {
                  assertThat(contrast(tokens.get("state-" + state), tokens.get(ground)))
                      .as("%s on %s in %s", state, ground, theme)
                      .isGreaterThanOrEqualTo(LEAST_CONTRAST);
                }
              }
            });
  }

  @Test
  void statesAreApartForEveryEye() throws IOException {
    themes()
        .forEach(
            (theme, tokens) ->
                EYES.forEach(
                    (eye, lack) -> {
                      for (String one : STATES) {
                        for (String other : STATES) {
                          if (one.compareTo(other) < 0) {
                            double[] a = lab(seen(linear(tokens.get("state-" + one)), lack));
                            double[] b = lab(seen(linear(tokens.get("state-" + other)), lack));
                            assertThat(distance(a, b))
                                .as("%s and %s in %s for %s", one, other, theme, eye)
                                .isGreaterThanOrEqualTo(LEAST_DISTANCE);
                          }
                        }
                      }
                    }));
  }

  /** No two marks of the legend share a shape, and no two shapes share an outline. */
  @Test
  void everyStateHasAShapeOfItsOwn() throws IOException {
    String text = Files.readString(MARKS);
    assertThat(find(text.substring(text.indexOf("LEGEND")), "shape: '(\\w+)'"))
        .hasSize(6)
        .doesNotHaveDuplicates();
    assertThat(find(text, "path: '([^']+)'")).hasSize(7).doesNotHaveDuplicates();
  }

  private static List<String> find(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** Light, dark as the system says, and the dark of console and wall. */
  private static Map<String, Map<String, String>> themes() throws IOException {
    String text = Files.readString(TOKENS);
    int dark = text.indexOf("@media screen and (prefers-color-scheme: dark)");
    int room = text.indexOf(":root[data-theme='dark']");
    return Map.of(
        "light", tokens(text.substring(0, dark)),
        "dark", tokens(text.substring(dark, room)),
        "the room's dark", tokens(text.substring(room)));
  }

  private static Map<String, String> tokens(String block) {
    Map<String, String> tokens = new TreeMap<>();
    Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});")
        .matcher(block)
        .results()
        .forEach(found -> tokens.put(found.group(1), found.group(2)));
    return tokens;
  }

  private static double contrast(String one, String other) {
    double a = luminance(linear(one));
    double b = luminance(linear(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double[] linear(String hex) {
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      double value = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      rgb[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    return rgb;
  }

  private static double[] seen(double[] rgb, double[] lack) {
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      double value = 0;
      for (int j = 0; j < 3; j++) {
        value += lack[3 * i + j] * rgb[j];
      }
      seen[i] = Math.clamp(value, 0.0, 1.0);
    }
    return seen;
  }

  /** From linear sRGB, white point D65. */
  private static double[] lab(double[] c) {
    double x = curve((0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047);
    double y = curve(0.2126729 * c[0] + 0.7151522 * c[1] + 0.0721750 * c[2]);
    double z = curve((0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double curve(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
  }
}
