package org.gridward.gis.demo;

/**
 * Made-up names of people, which read in both languages: {@code Lin Jing 林静}. The same number has
 * the same name; after some thousand they come again with a number.
 */
public final class WorkerNames {

  private static final String[] FAMILY =
      ("陈Chen 林Lin 周Zhou 吴Wu 徐Xu 孙Sun 胡Hu 朱Zhu 高Gao 何He 郭Guo 马Ma 罗Luo 梁Liang 宋Song 郑Zheng"
              + " 谢Xie 韩Han 唐Tang 冯Feng 董Dong 程Cheng 曹Cao 袁Yuan 邓Deng 许Xu 傅Fu 沈Shen 曾Zeng 彭Peng 吕Lü"
              + " 苏Su 卢Lu 蒋Jiang 蔡Cai 贾Jia 丁Ding 魏Wei 薛Xue 叶Ye 阎Yan")
          .split(" ");
  private static final String[] GIVEN =
      ("静Jing 伟Wei 芳Fang 磊Lei 敏Min 强Qiang 洁Jie 勇Yong 娟Juan 涛Tao 燕Yan 超Chao 玲Ling 刚Gang 丹Dan"
              + " 平Ping 颖Ying 辉Hui 雪Xue 鹏Peng 琳Lin 浩Hao 倩Qian 凯Kai 璐Lu 健Jian 晨Chen 斌Bin 岚Lan 宁Ning"
              + " 欣Xin 波Bo 露Lu 松Song 婷Ting 航Hang 蕾Lei")
          .split(" ");

  private WorkerNames() {}

  /**
   * Neighbours in number share neither name.
   *
   * @param number from 1
   */
  public static String of(int number) {
    int index = number - 1;
    String family = FAMILY[index % FAMILY.length];
    String given = GIVEN[index % GIVEN.length];
    int again = index / (FAMILY.length * GIVEN.length);
    String name =
        "%s %s %s%s".formatted(spoken(family), spoken(given), written(family), written(given));
    return again == 0 ? name : name + " " + (again + 1);
  }

  private static String written(String name) {
    return name.substring(0, 1);
  }

  private static String spoken(String name) {
    return name.substring(1);
  }
}
