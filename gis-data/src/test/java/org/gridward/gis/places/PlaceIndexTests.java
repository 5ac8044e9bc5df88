package org.gridward.gis.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class PlaceIndexTests {

  private static final Envelope HERE = new Envelope(0, 1, 0, 1);
  private static final Coordinate MIDDLE = new Coordinate(0.5, 0.5);

  private final List<PlaceEntry> entries = new ArrayList<>();

  private void add(PlaceKind kind, double lon, String... names) {
    Envelope extent = new Envelope(new Coordinate(lon, 0.5));
    entries.add(new PlaceEntry(entries.size(), kind, List.of(names), extent));
  }

  private List<String> find(String text) {
    return new PlaceIndex(entries)
        .search(new PlaceSearch(text, HERE, MIDDLE, 5)).stream()
            .map(hit -> entries.get((int) hit.id()).names().getFirst())
            .toList();
  }

  @Test
  void findsByBeginningsInAnyOrder() {
    add(PlaceKind.STREET, 0.5, "Canal Street", "运河街");
    add(PlaceKind.POI, 0.5, "Canal Street Pharmacy");
    add(PlaceKind.STREET, 0.5, "Grand Street");
    assertThat(find("canal")).containsExactly("Canal Street", "Canal Street Pharmacy");
    assertThat(find("Street Can")).containsExactly("Canal Street", "Canal Street Pharmacy");
    assertThat(find("CANAL ST.")).containsExactly("Canal Street", "Canal Street Pharmacy");
    assertThat(find("运河")).containsExactly("Canal Street");
    assertThat(find("河街")).containsExactly("Canal Street");
  }

  @Test
  void tellsWhetherATextIsAName() {
    add(PlaceKind.STREET, 0.5, "St. Mark's Place", "聖馬可廣場");
    PlaceIndex index = new PlaceIndex(entries);
    assertThat(index.mayName("st marks pl")).isTrue();
    assertThat(index.mayName("圣马可广场")).isTrue();
    assertThat(index.mayName("st marks")).isFalse();
    assertThat(PlaceIndex.EMPTY.mayName("st marks pl")).isFalse();
  }

  @Test
  void findsByAWordThatIsTypedTwiceAndNothingByOneThatNoNameHas() {
    add(PlaceKind.STREET, 0.5, "Canal Street");
    add(PlaceKind.STREET, 0.5, "Grand Street");
    assertThat(find("street canal street")).containsExactly("Canal Street");
    assertThat(find("canal vjnjqz street")).isEmpty();
  }

  @Test
  void takesEitherScriptOfChineseForTheOther() {
    add(PlaceKind.PLACE, 0.5, "Chinatown", "華埠");
    add(PlaceKind.STREET, 0.5, "Mott Street", "勿街");
    add(PlaceKind.STREET, 0.5, "Flower Street", "华埠花街");
    assertThat(find("华埠")).containsExactly("Chinatown", "Flower Street");
    assertThat(find("華埠")).containsExactly("Chinatown", "Flower Street");
    assertThat(PlaceText.ofName("臺灣銀行 12號").key()).isEqualTo(PlaceText.ofName("台湾银行 12号").key());
  }

  @Test
  void writesAbbreviationsAndOrdinalsOut() {
    add(PlaceKind.STREET, 0.5, "St. Mark's Place");
    add(PlaceKind.STREET, 0.5, "East 5th Street");
    add(PlaceKind.STREET, 0.5, "Avenue of the Américas");
    assertThat(find("saint marks pl")).containsExactly("St. Mark's Place");
    assertThat(find("st marks")).containsExactly("St. Mark's Place");
    assertThat(find("e fifth st")).containsExactly("East 5th Street");
    assertThat(find("ave americas")).containsExactly("Avenue of the Américas");
  }

  @Test
  void takesAnOrdinalAsAWholeNumber() {
    add(PlaceKind.STREET, 0.5, "5th Avenue");
    add(PlaceKind.STREET, 0.5, "Fifth Street");
    add(PlaceKind.STREET, 0.5, "East 51st Street");
    add(PlaceKind.STREET, 0.5, "50th Avenue");
    add(PlaceKind.POI, 0.5, "Pier 59");
    add(PlaceKind.POI, 0.5, "Gate 5");
    for (String typed : List.of("5th", "fifth", "5TH")) {
      assertThat(find(typed)).as(typed).containsExactly("5th Avenue", "Fifth Street", "Gate 5");
    }
    assertThat(find("51st")).containsExactly("East 51st Street");
    assertThat(find("fifth ave")).containsExactly("5th Avenue");
    assertThat(find("5 ave")).containsExactly("5th Avenue", "50th Avenue");
    assertThat(find("5")).hasSize(5);
  }

  @Test
  void forgivesSlipsOfTheKeyboard() {
    add(PlaceKind.STREET, 0.5, "Delancey Street");
    add(PlaceKind.POI, 0.5, "哥伦布公园");
    assertThat(find("delnacey")).containsExactly("Delancey Street");
    assertThat(find("dalancey str")).containsExactly("Delancey Street");
    assertThat(find("哥仑布")).containsExactly("哥伦布公园");
    assertThat(find("zzzz")).isEmpty();
    assertThat(find(" ,.- ")).isEmpty();
  }

  @Test
  void putsWhatIsInViewFirstThenWholeNamesThenStreets() {
    add(PlaceKind.STREET, 9, "Broadway");
    add(PlaceKind.POI, 0.5, "Broadway Deli");
    add(PlaceKind.STREET, 0.5, "Broadway Alley");
    add(PlaceKind.POI, 0.4, "Broadway");
    add(PlaceKind.STREET, 3, "Broadwai");
    assertThat(find("broadway"))
        .containsExactly("Broadway", "Broadway Alley", "Broadway Deli", "Broadway", "Broadwai");
  }

  @Test
  void agreesWithLookingAtEveryName() {
    Random random = new Random(132);
    for (int i = 0; i < 400; i++) {
      String[] names = {words(random, 3)};
      add(PlaceKind.values()[random.nextInt(4)], 2 * random.nextDouble(), names);
    }
    PlaceIndex index = new PlaceIndex(entries);
    for (int i = 0; i < 500; i++) {
      PlaceSearch search = new PlaceSearch(words(random, 2), HERE, MIDDLE, 400);
      List<Long> found = index.search(search).stream().map(PlaceHit::id).toList();
      assertThat(found)
          .as(search.text())
          .containsExactlyInAnyOrderElementsOf(
              entries.stream().filter(e -> fits(search.text(), e)).map(PlaceEntry::id).toList());
      assertThat(index.search(search)).isSortedAccordingTo(PlaceHit.BEST_FIRST);
      int few = 1 + random.nextInt(6);
      List<PlaceHit> best = index.search(new PlaceSearch(search.text(), HERE, MIDDLE, few));
      assertThat(best)
          .isEqualTo(
              index.search(search).stream()
                  .sorted(
                      Comparator.comparingInt(PlaceHit::typos).thenComparing(PlaceHit.BEST_FIRST))
                  .limit(few)
                  .toList());
    }
  }

  /** Each typed word begins a word of the name, give or take what is forgiven. */
  private static boolean fits(String text, PlaceEntry entry) {
    List<String> words = PlaceText.ofName(entry.names().getFirst()).words();
    return PlaceText.plain(text).words().stream()
        .allMatch(
            typed ->
                words.stream()
                    .anyMatch(
                        word ->
                            Typos.toBeginning(typed, word, Typos.allowed(typed))
                                <= Typos.allowed(typed)));
  }

  private static String words(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      for (int k = 1 + random.nextInt(6); k > 0; k--) {
        text.append((char) ('x' + random.nextInt(3)));
      }
      text.append(' ');
    }
    return text.toString().strip();
  }
}
