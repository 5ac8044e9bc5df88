package org.gridward.gis.demo;

/** Plain words for made-up places, in English and Chinese. */
final class DemoNames {
  /** English and Chinese of one place. */
  record Name(String en, String zh) {}

  static final Name CITY = new Name("Demo City (made up)", "示范市（虚构）");

  private static final String[][] SUBDISTRICTS = {
    {"Riverside", "河畔"}, {"Old Market", "老市场"}, {"Station", "车站"}
  };

  private static final String[][] COMMUNITIES = {
    {"Willow Court", "柳院"},
    {"Stone Bridge", "石桥"},
    {"Mill Lane", "磨坊巷"},
    {"Lantern Square", "灯笼广场"},
    {"Plum Garden", "梅园"},
    {"Kiln Yard", "窑场"},
    {"Well Street", "井街"},
    {"Garden Wall", "园墙"},
    {"Clock Tower", "钟楼"}
  };

  private DemoNames() {}

  static Name subdistrict(int number) {
    String[] words = SUBDISTRICTS[number];
    return new Name(words[0] + " Subdistrict (made up)", words[1] + "街道（虚构）");
  }

  static Name community(int number) {
    String[] words = COMMUNITIES[number];
    return new Name(words[0] + " Community (made up)", words[1] + "社区（虚构）");
  }

  static Name cell(int community, int number) {
    String[] words = COMMUNITIES[community];
    return new Name(
        "%s %02d (made up)".formatted(words[0], number),
        "%s%02d网格（虚构）".formatted(words[1], number));
  }

  static String unit(int community) {
    String[] words = COMMUNITIES[community];
    return "%s station / %s工作站".formatted(words[0], words[1]);
  }
}
