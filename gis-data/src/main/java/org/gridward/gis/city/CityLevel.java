package org.gridward.gis.city;

/** The levels of the city, from the widest to the cell. */
public enum CityLevel {
  CITY("city", "City", "市"),
  DISTRICT("district", "District", "区"),
  SUBDISTRICT("subdistrict", "Subdistrict", "街道"),
  COMMUNITY("community", "Community", "社区"),
  CELL("cell", "Cell", "网格");

  private final String code;
  private final String nameEn;
  private final String nameZh;

  CityLevel(String code, String nameEn, String nameZh) {
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

  /** File in the city's folder that holds this level. */
  public String fileName() {
    return (ordinal() + 1) + "-" + code + ".geojson";
  }
}
