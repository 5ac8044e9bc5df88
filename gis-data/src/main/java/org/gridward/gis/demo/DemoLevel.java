package org.gridward.gis.demo;

/** The levels of the made-up district, from the widest to the cell. */
public enum DemoLevel {
  CITY("city", "City", "市"),
  SUBDISTRICT("subdistrict", "Subdistrict", "街道"),
  COMMUNITY("community", "Community", "社区"),
  CELL("cell", "Cell", "网格");

  private final String code;
  private final String nameEn;
  private final String nameZh;

  DemoLevel(String code, String nameEn, String nameZh) {
    this.code = code;
    this.nameEn = nameEn;
    this.nameZh = nameZh;
  }

  /** What {@code --level} takes. */
  public String code() {
    return code;
  }

  public String nameEn() {
    return nameEn;
  }

  public String nameZh() {
    return nameZh;
  }

  /** File that {@link DemoDistrict#write} makes for this level. */
  public String fileName() {
    return (ordinal() + 1) + "-" + code + ".geojson";
  }
}
