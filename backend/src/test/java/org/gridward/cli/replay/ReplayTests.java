package org.gridward.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays a file to a stand-in for the server that answers as the API documents. */
class ReplayTests {

  private static final String FILE =
      """
      unique_key,created_date,closed_date,complaint_type,descriptor,incident_address,latitude,longitude
      1,2026-08-01 00:00:00,2026-08-01T00:00:02.000,Noise - Residential,Loud,1 STREET,40.5,-73.9
      2,2026-08-01 00:00:01,,Water System,Leak,2 STREET,,
      3,2026-08-01 00:00:03,,Water System,Leak,,,
      4,2026-08-01 00:00:03,,Refused Kind,Leak,3 STREET,,
      """;
  private static final Columns COLUMNS =
      Columns.parse(
          "category=complaint_type,description=descriptor,lon=longitude,lat=latitude,"
              + "address=incident_address,created=created_date,closed=closed_date,id=unique_key");

  @TempDir Path folder;
  private final JsonMapper json = JsonMapper.builder().build();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, JsonNode> reports = new ConcurrentHashMap<>();
  private final AtomicInteger conflicts = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/incidents", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void reportsInTheFilesOrderAndSettlesWhatWasClosed() throws Exception {
    Tally tally = play(2, null);

    assertThat(reports).containsOnlyKeys("1", "2");
    JsonNode first = reports.get("1");
    assertThat(first.path("category").asString()).isEqualTo("noise-residential");
    assertThat(first.path("place").path("lon").asDouble()).isEqualTo(-73.9);
    assertThat(first.path("reportedAt").asString()).isEqualTo("2026-08-01T04:00:00Z");
    assertThat(reports.get("2").path("place").has("lon")).isFalse();
    assertThat(tally.settled.sum()).isEqualTo(1);
    assertThat(requests.indexOf("settle 1")).isGreaterThan(requests.indexOf("report 1"));
  }

  @Test
  void countsFaultsByCodeWithTheirRows() throws Exception {
    Tally tally = play(2, null);

    assertThat(tally.faults())
        .containsExactlyInAnyOrderEntriesOf(Map.of("unreadable", 1L, "category-unknown", 1L));
    assertThat(tally.firstFaults())
        .anySatisfy(line -> assertThat(line).startsWith("row 4: unreadable: neither"))
        .anySatisfy(line -> assertThat(line).startsWith("row 5: category-unknown"));
  }

  @Test
  void takesNoRowTwiceWhenRunAgain() throws Exception {
    play(2, null);
    Tally again = play(2, null);

    assertThat(again.reported.sum()).isZero();
    assertThat(again.known.sum()).isEqualTo(2);
  }

  @Test
  void playsRowsWhoseNumberIsInChineseAndTakesThemOnce() throws Exception {
    String file = FILE.replace("\n1,", "\n海淀-1,").replace("\n2,", "\n海淀-2,");
    for (int reported : new int[] {2, 0}) {
      Tally tally = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> play(file, 2, null));
      assertThat(tally.reported.sum()).isEqualTo(reported);
    }
    assertThat(reports.values())
        .extracting(report -> report.path("externalId").asString())
        .containsExactlyInAnyOrder("海淀-1", "海淀-2");
  }

  @Test
  void settlesWithTheVersionOfNowWhenTheIncidentHasMovedOn() throws Exception {
    conflicts.set(2);

    assertThat(play(2, null).settled.sum()).isEqualTo(1);
    assertThat(requests).contains("look 1");
  }

  @Test
  void beginsWhereItIsTold() throws Exception {
    Tally tally = play(2, Instant.parse("2026-08-01T04:00:02Z"));

    assertThat(reports).containsOnlyKeys("1");
    assertThat(tally.settled.sum()).isEqualTo(1);
  }

  @Test
  void readsTheTimesOfSuchFiles() {
    PastTime time = new PastTime(ZoneId.of("America/New_York"));
    Instant expected = Instant.parse("2026-08-01T04:00:14Z");
    assertThat(time.parse("2026-08-01 00:00:14")).isEqualTo(expected);
    assertThat(time.parse("2026-08-01T00:00:14.000")).isEqualTo(expected);
    assertThat(time.parse("2026-08-01T06:00:14+02:00")).isEqualTo(expected);
    assertThat(time.parse("08/01/2026 12:00:14 AM")).isEqualTo(expected);
  }

  @Test
  void namesTheColumnsThatAreNeeded() {
    assertThatThrownBy(() -> Columns.parse("category=a")).hasMessageContaining("created=");
    assertThatThrownBy(() -> Columns.parse("colour=a")).hasMessageContaining("'colour=a'");
  }

  private Tally play(int connections, Instant from) throws Exception {
    return play(FILE, connections, from);
  }

  private Tally play(String text, int connections, Instant from) throws Exception {
    Path file = folder.resolve("past.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Tally tally = new Tally();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (PastReports rows =
            new PastReports(file, null, COLUMNS, ZoneId.of("America/New_York"), tally::fault);
        IntakeClient client = new IntakeClient(url, "gw_key", true)) {
      new Replay(
              rows,
              client,
              new ReplayOptions(Double.POSITIVE_INFINITY, from, true, connections),
              tally)
          .run();
    }
    return tally;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
    assertThat(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer gw_key");
    if (path.length == 3) {
      report(exchange, exchange.getRequestHeaders().getFirst("Idempotency-Key"), body);
    } else if (path.length == 4) {
      requests.add("look " + path[3]);
      reply(exchange, 200, "{\"stage\":\"DISPATCHED\",\"version\":7}");
    } else {
      requests.add(path[5] + " " + path[3]);
      boolean conflict = conflicts.getAndDecrement() > 0;
      reply(exchange, conflict ? 409 : 200, conflict ? "{\"code\":\"version-conflict\"}" : "{}");
    }
  }

  private void report(HttpExchange exchange, String key, JsonNode body) throws IOException {
    requests.add("report " + key);
    if (body.path("category").asString().startsWith("refused")) {
      reply(exchange, 422, "{\"code\":\"category-unknown\",\"detail\":\"no such category\"}");
      return;
    }
    boolean fresh = reports.put(key, body) == null;
    reply(exchange, fresh ? 201 : 200, "{\"id\":\"" + key + "\",\"version\":1}");
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void refusesWordsForTimesThatItDoesNotKnow() throws IOException {
    Path file = folder.resolve("times.csv");
    Files.writeString(file, FILE);
    String[] words = {
      file.toString(), "--columns", "category=complaint_type,created=created_date", "--key", "k"
    };
    for (String wrong : List.of("--times=File", "--connections=0")) {
      String[] all = Arrays.copyOf(words, words.length + 1);
      all[words.length] = wrong;
      StringWriter err = new StringWriter();
      int code =
          new CommandLine(new ReplayCommand("http://127.0.0.1:" + server.getAddress().getPort()))
              .setErr(new PrintWriter(err, true))
              .execute(all);
      assertThat(code).as(wrong).isEqualTo(2);
      assertThat(err.toString()).contains(wrong.substring(0, wrong.indexOf('=')));
    }
    assertThat(requests).isEmpty();
  }
}
