package org.gridward.gis.city;

import java.time.DayOfWeek;
import java.util.List;

/**
 * What is reported, mostly a category of the default catalogue, with its rhythm of the day and what
 * people write about it.
 *
 * @param weight how often it comes, relative to the others
 * @param fromHour when it comes mostly, to {@code toHour}, past midnight where that is lower
 * @param hours from the report to its closing, in the middle; about a third of what the default
 *     catalogue promises, so that one case in ten is late
 * @param texts English and Chinese in turn
 */
record Topic(
    String category, int weight, int fromHour, int toHour, double hours, List<String[]> texts) {
  private static final String HEATING = "heating";

  static final List<Topic> ALL =
      List.of(
          topic(
              "litter",
              18,
              6,
              11,
              7,
              "Bags left beside the bin",
              "垃圾袋堆在桶外",
              "Old furniture on the pavement",
              "人行道上堆放旧家具"),
          topic(
              "illegal-parking",
              17,
              7,
              20,
              1.7,
              "Car blocks the crossing",
              "车辆堵住路口",
              "Van parked on the cycle lane",
              "面包车停在自行车道上"),
          topic(
              "noise",
              16,
              19,
              2,
              1.5,
              "Loud music from the yard",
              "院内音乐声过大",
              "Drilling late in the evening",
              "深夜施工钻孔"),
          topic(
              "street-light",
              9,
              18,
              23,
              18,
              "Three lamps in a row are dark",
              "连续三盏路灯不亮",
              "Lamp flickers at the corner",
              "路口路灯闪烁"),
          topic(
              "pothole",
              8,
              7,
              18,
              30,
              "Deep hole near the bus stop",
              "公交站旁路面有深坑",
              "Loose paving stone",
              "地砖松动"),
          topic(
              "water-leak",
              7,
              6,
              22,
              3,
              "Water runs out of the pavement",
              "人行道冒水",
              "The drain overflows",
              "排水口外溢"),
          topic(
              "neighbour-dispute",
              6,
              9,
              21,
              24,
              "Quarrel over a shared stair",
              "楼道使用纠纷",
              "Dispute about drying racks",
              "晾晒架纠纷"),
          topic(
              "other",
              6,
              8,
              20,
              26,
              "A bench is broken",
              "长椅损坏",
              "The notice board has no glass",
              "公告栏玻璃缺失"),
          topic(
              HEATING,
              9,
              6,
              22,
              24,
              "The radiators are cold in the whole house",
              "整栋楼暖气不热",
              "No hot water since the morning",
              "早晨起没有热水"),
          topic(
              "fallen-tree",
              4,
              5,
              20,
              3.2,
              "Branch across the path",
              "树枝横在路上",
              "A tree leans over the wires",
              "树木倾斜靠近电线"),
          topic(
              "person-in-need",
              4,
              7,
              22,
              1.6,
              "Old person needs help with shopping",
              "老人需要帮助购物",
              "Somebody is lost and asks the way home",
              "有人迷路需要帮助回家"),
          topic(
              "fire-hazard",
              3,
              8,
              22,
              0.7,
              "Stairway blocked with cardboard",
              "楼道堆放纸箱堵塞通道",
              "Cable charged across the window",
              "飞线充电"),
          topic(
              "public-safety",
              2,
              0,
              23,
              0.75,
              "Manhole without a cover",
              "井盖缺失",
              "A sign hangs loose above the pavement",
              "招牌松动悬在人行道上方"));

  private static Topic topic(
      String category, int weight, int from, int to, double hours, String... texts) {
    return new Topic(
        category,
        weight,
        from,
        to,
        hours,
        List.of(new String[] {texts[0], texts[1]}, new String[] {texts[2], texts[3]}));
  }

  /** The catalogue's code: it has none for cold flats. */
  String code() {
    return category.equals(HEATING) ? "other" : category;
  }

  /** How likely this is in an hour of a day with this weather. */
  double weightOn(int hour, DayOfWeek day, Weather weather) {
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    double times =
        switch (category) {
          case "litter" -> day == DayOfWeek.MONDAY ? 2.2 : 1;
          case "illegal-parking" -> weekend ? 0.6 : 1.1;
          case "noise" -> weekend || day == DayOfWeek.FRIDAY ? 1.9 : 0.8;
          case "street-light" -> 0.7 + 0.7 * weather.cold();
          case HEATING -> 2.4 * weather.cold();
          case "water-leak" -> weather.storm() ? 6 : weather.rain() ? 2.6 : 0.6;
          case "fallen-tree" -> weather.storm() ? 9 : 0.5;
          default -> 1;
        };
    return weightAt(hour) * times;
  }

  /** How likely this is in an hour of the day: six times as much in its own hours. */
  double weightAt(int hour) {
    boolean within =
        fromHour <= toHour
            ? hour >= fromHour && hour <= toHour
            : hour >= fromHour || hour <= toHour;
    return weight * (within ? 1 : 1 / 6.0);
  }
}
