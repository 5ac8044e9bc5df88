package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Made-up names: two syllables, Chinese and as they are spoken. No two of a kind are alike; a
 * street and an area may share one, as they do elsewhere.
 */
final class CityNames {

  /** The city. */
  static final Name CITY = new Name("Huanzhou City (made up)", "幻洲市（虚构）");

  static final Name COAST = new Name("Coast Road", "环海路");
  static final Name RIVER = new Name("Mirror River", "镜河");
  static final Name PARK = new Name("Reflection Park", "倒影公园");
  static final Name LAKE = new Name("Reflection Lake", "倒影湖");

  private static final String[] FIRST =
      ("清Qing 云Yun 柳Liu 石Shi 梅Mei 松Song 竹Zhu 桐Tong 兰Lan 荷He 枫Feng 杏Xing 银Yin 玉Yu 金Jin 锦Jin"
              + " 明Ming 长Chang 永Yong 安An 宁Ning 和He 泰Tai 福Fu 瑞Rui 祥Xiang 文Wen 武Wu 翠Cui 碧Bi 丹Dan"
              + " 青Qing 白Bai 凤Feng 龙Long 鹤He 鹭Lu 雁Yan 星Xing 月Yue 晴Qing 霞Xia 春Chun 秋Qiu 晓Xiao 望Wang"
              + " 听Ting 临Lin 映Ying 栖Qi 揽Lan 沐Mu")
          .split(" ");
  private static final String[] SECOND =
      ("溪xi 桥qiao 井jing 塘tang 湾wan 浦pu 汀ting 洲zhou 岸an 渡du 泉quan 湖hu 山shan 岭ling 坡po 岩yan"
              + " 林lin 园yuan 苑yuan 亭ting 台tai 阁ge 楼lou 坊fang 里li 巷xiang 门men 关guan 驿yi 庄zhuang"
              + " 村cun 营ying 田tian 圃pu 川chuan 泽ze 河he 津jin 港gang 屿yu 沙sha 滩tan 谷gu 原yuan 峰feng"
              + " 崖ya 洞dong 榭xie")
          .split(" ");
  private static final String[] PREFIXES = {
    "", "东East ", "西West ", "南South ", "北North ", "新New ", "上Upper ", "下Lower "
  };
  private static final String[][] ROADS = {
    {" Road", "路"}, {" Street", "街"}, {" Lane", "巷"}, {" Alley", "弄"}, {" Row", "里弄"}
  };

  private final List<int[]> pairs = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /** How many names of a kind, by its ending, were given. */
  private final Map<String, Integer> given = new HashMap<>();

  CityNames(long seed) {
    for (int first = 0; first < FIRST.length; first++) {
      for (int second = 0; second < SECOND.length; second++) {
        pairs.add(new int[] {first, second});
      }
    }
    Collections.shuffle(pairs, new Random(seed));
  }

  static Name ring(int number) {
    return List.of(
            new Name("Old Wall Ring Road", "旧城环路"),
            new Name("Second Ring Road", "二环路"),
            new Name("Third Ring Expressway", "三环快速路"),
            new Name("Outer Ring Expressway", "外环快速路"))
        .get(number);
  }

  /** The road along one bank of the river. */
  static Name quay(int bank) {
    return bank % 2 == 0
        ? new Name("Left Bank Quay", "左岸滨河路")
        : new Name("Right Bank Quay", "右岸滨河路");
  }

  static Name radial(int number) {
    return List.of(
            new Name("Harbour Gate Avenue", "港门大道"),
            new Name("Lantern Avenue", "灯塔大道"),
            new Name("North Cape Avenue", "北角大道"),
            new Name("Banyan Avenue", "榕树大道"),
            new Name("Drum Tower Avenue", "鼓楼大道"),
            new Name("South Cape Avenue", "南角大道"))
        .get(number);
  }

  Name road(RoadKind kind) {
    int first =
        switch (kind) {
          case MOTORWAY, TRUNK, PRIMARY, SECONDARY, TERTIARY -> 0;
          case RESIDENTIAL -> 1;
          case LIVING_STREET, SERVICE, FOOTWAY -> 2;
        };
    return fresh(ROADS[first][0], ROADS[first][1]);
  }

  Name district() {
    return labelled(fresh(" District", "区"));
  }

  Name subdistrict() {
    return labelled(fresh(" Subdistrict", "街道"));
  }

  Name community() {
    return fresh(" Community", "社区");
  }

  /** The cell of this number in a community. */
  static Name cell(Name community, int number) {
    return new Name(
        community.en().replace(" Community", " Grid %02d".formatted(number)),
        community.zh().replace("社区", "第%02d网格".formatted(number)));
  }

  private static Name labelled(Name name) {
    return new Name(name.en() + " (made up)", name.zh() + "（虚构）");
  }

  private Name fresh(String endEn, String endZh) {
    while (true) {
      int next = given.merge(endEn, 1, Integer::sum) - 1;
      int round = next / pairs.size();
      int[] pair = pairs.get((next + start(endEn)) % pairs.size());
      String prefix = PREFIXES[round % PREFIXES.length];
      int number = round / PREFIXES.length;
      String en = spoken(prefix) + spoken(FIRST[pair[0]]) + spoken(SECOND[pair[1]]) + endEn;
      String zh = script(prefix) + script(FIRST[pair[0]]) + script(SECOND[pair[1]]);
      String count = number == 0 ? "" : Integer.toString(number + 1);
      Name name =
          new Name(
              number == 0 ? en : String.format(Locale.ROOT, "%s %s", en, count),
              zh + count + endZh);
      if (taken.add(name.en())) {
        return name;
      }
    }
  }

  /**
   * Each kind begins elsewhere among the pairs, so that areas of two levels seldom share a name.
   */
  private int start(String ending) {
    return Math.floorMod(ending.hashCode(), pairs.size());
  }

  private static String spoken(String word) {
    return word.isEmpty() ? "" : word.substring(1);
  }

  private static String script(String word) {
    return word.isEmpty() ? "" : word.substring(0, 1);
  }
}
