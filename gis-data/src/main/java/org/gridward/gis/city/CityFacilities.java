package org.gridward.gis.city;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Made-up service places: some kinds in each community, others once in a subdistrict. */
final class CityFacilities {

  /**
   * A kind of place.
   *
   * @param kind code of the default catalogue
   * @param share how likely an area has one
   * @param hours as OpenStreetMap writes them; empty for none known
   * @param capacity people, 0 for none known
   */
  private record Kind(
      String kind, CityLevel level, double share, Name name, String hours, int capacity) {}

  private static final List<Kind> KINDS =
      List.of(
          kind(
              "service-desk",
              CityLevel.COMMUNITY,
              1,
              "Service Desk",
              "便民服务站",
              "Mo-Fr 08:30-12:00,13:30-17:30",
              0),
          kind(
              "community-centre",
              CityLevel.COMMUNITY,
              0.8,
              "Community Hall",
              "活动中心",
              "Mo-Su 09:00-21:00",
              120),
          kind("pharmacy", CityLevel.COMMUNITY, 1, "Pharmacy", "大药房", "Mo-Su 08:00-22:00", 0),
          kind("toilet", CityLevel.COMMUNITY, 1, "Public Toilet", "公共厕所", "24/7", 0),
          kind("child-care", CityLevel.COMMUNITY, 0.6, "Nursery", "托育园", "Mo-Fr 07:30-18:00", 60),
          kind(
              "elder-care",
              CityLevel.COMMUNITY,
              0.5,
              "Day Home for the Elderly",
              "日间照料中心",
              "Mo-Sa 08:00-17:00",
              40),
          kind("clinic", CityLevel.COMMUNITY, 0.5, "Clinic", "卫生服务站", "Mo-Sa 08:00-20:00", 0),
          kind(
              "school",
              CityLevel.COMMUNITY,
              0.35,
              "Primary School",
              "小学",
              "Mo-Fr 07:40-16:30",
              900),
          kind("shelter", CityLevel.SUBDISTRICT, 1, "Shelter", "应急避难所", "24/7", 1500),
          kind("police", CityLevel.SUBDISTRICT, 1, "Police Station", "派出所", "24/7", 0),
          kind("fire-station", CityLevel.SUBDISTRICT, 0.6, "Fire Station", "消防站", "24/7", 0),
          kind("library", CityLevel.SUBDISTRICT, 0.8, "Library", "图书馆", "Tu-Su 09:00-20:30", 300),
          kind("clinic", CityLevel.DISTRICT, 1, "Hospital", "医院", "24/7", 800));

  private CityFacilities() {}

  private static Kind kind(
      String kind, CityLevel level, double share, String en, String zh, String hours, int many) {
    return new Kind(kind, level, share, new Name(en, zh), hours, many);
  }

  static void write(City city, Path file) throws IOException {
    Map<String, List<CityAddress>> byArea = new HashMap<>();
    for (CityAddress address : city.addresses()) {
      for (int digits : new int[] {6, 9, 12}) {
        byArea
            .computeIfAbsent(address.cell().substring(0, digits), key -> new ArrayList<>())
            .add(address);
      }
    }
    Random random = new Random(city.seed() + 3);
    Set<CityAddress> taken = new HashSet<>();
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord(
          "code",
          "kind",
          "name_en",
          "name_zh",
          "lon",
          "lat",
          "address",
          "hours",
          "capacity",
          "services");
      for (CityArea area : city.areas()) {
        List<CityAddress> places = byArea.getOrDefault(area.code(), List.of());
        for (Kind kind : KINDS) {
          if (kind.level == area.level() && random.nextDouble() < kind.share && !places.isEmpty()) {
            CityAddress place = places.get(random.nextInt(places.size()));
            if (taken.add(place)) {
              write(csv, area, kind, place);
            }
          }
        }
      }
    }
  }

  private static void write(CsvWriter csv, CityArea area, Kind kind, CityAddress place) {
    csv.writeRecord(
        "city:%s:%s".formatted(area.code(), kind.kind),
        kind.kind,
        plain(area.name().en(), " Community", " Subdistrict", " District", " (made up)")
            + " "
            + kind.name.en(),
        plain(area.name().zh(), "（虚构）", "社区", "街道", "区") + kind.name.zh(),
        Double.toString(place.lon()),
        Double.toString(place.lat()),
        place.textZh(),
        kind.hours,
        kind.capacity == 0 ? "" : Integer.toString(kind.capacity),
        "made up / 虚构");
  }

  private static String plain(String name, String... without) {
    String plain = name;
    for (String part : without) {
      plain = plain.replace(part, "");
    }
    return plain;
  }
}
