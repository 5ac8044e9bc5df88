package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.incident.photo.Photos;
import org.gridward.incident.photo.TestPhotos;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestClient.Answer;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class AttachmentWebIT {

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Photos photos;
  @Autowired JdbcClient jdbc;

  private District district;
  private TestClient operator;

  @BeforeEach
  void meet() {
    district = ground.district(1, 1);
    operator = signedIn(Role.OPERATOR, district.top().path());
  }

  private TestClient signedIn(Role role, AreaPath area) {
    User user = people.user(role, area);
    return TestClient.signedIn(port, user.login(), TestPeople.PASSWORD);
  }

  private static Answer upload(TestClient client, String name, byte[] file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--border--\r\n".getBytes(StandardCharsets.UTF_8));
    return client.send(
        "POST", "/api/attachments", body.toByteArray(), "multipart/form-data; boundary=border");
  }

  private static String uploaded(TestClient client) {
    Answer answer = upload(client, "p.jpg", TestPhotos.withExif(TestPhotos.jpeg(200, 100), 6));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("width").asInt()).isEqualTo(100);
    return answer.json().path("id").asString();
  }

  private Answer report(TestClient client, String photo) {
    var at = district.centre(0);
    return client.post(
        "/api/incidents",
        Map.of(
            "category", "noise",
            "place", Map.of("lon", at.lon(), "lat", at.lat()),
            "attachments", List.of(photo)));
  }

  @Test
  void aPhotoBelongsToItsUploaderUntilAReportNamesIt() {
    TestClient colleague = signedIn(Role.OPERATOR, district.top().path());
    TestClient stranger = signedIn(Role.OPERATOR, ground.district(1, 1).top().path());
    String photo = uploaded(operator);
    assertThat(operator.get("/api/attachments/" + photo).status()).isEqualTo(200);
    assertThat(colleague.get("/api/attachments/" + photo).status()).isEqualTo(404);
    assertThat(report(colleague, photo).code()).isEqualTo("attachment-unknown");
    Answer receipt = report(operator, photo);
    assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
    String id = receipt.json().path("id").asString();
    assertThat(colleague.get("/api/attachments/" + photo + "?size=thumb").header("content-type"))
        .isEqualTo("image/jpeg");
    assertThat(colleague.get("/api/incidents/" + id).json().at("/attachments/0/id").asString())
        .isEqualTo(photo);
    assertThat(stranger.get("/api/attachments/" + photo).status()).isEqualTo(404);
    assertThat(TestClient.anonymous(port).get("/api/attachments/" + photo).status()).isEqualTo(401);
    assertThat(report(operator, photo).code()).isEqualTo("attachment-unknown");
  }

  @Test
  void aResidentMaySendAPhotoWithAReport() {
    TestClient resident = TestClient.anonymous(port);
    resident.get("/api/session");
    Answer receipt = report(resident, uploaded(resident));
    assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
  }

  @Test
  void nothingOfAFileIsKeptButItsPicture() {
    String photo = uploaded(operator);
    byte[] stored =
        jdbc.sql("select bytes || thumbnail from attachment where id = ?")
            .param(UUID.fromString(photo))
            .query(byte[].class)
            .single();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain("GPS-SECRET-MARK")
        .doesNotContain("Exif");
  }

  @Test
  void whatIsNoPhotoIsRefusedInWords() {
    Answer text = upload(operator, "photo.jpg", "just words".getBytes(StandardCharsets.UTF_8));
    assertThat(text.status()).isEqualTo(422);
    assertThat(text.code()).isEqualTo("not-a-photo");
    byte[] whole = TestPhotos.jpeg(300, 300);
    Answer cut = upload(operator, "p.jpg", java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(cut.code()).isEqualTo("photo-damaged");
    Answer large = upload(operator, "p.jpg", new byte[11 * 1024 * 1024]);
    assertThat(large.status()).isEqualTo(413);
    assertThat(operator.post("/api/attachments", Map.of()).status()).isBetween(400, 415);
  }

  @Test
  void aPhotoThatNobodyUsesIsGoneAfterADay() {
    String old = uploaded(operator);
    String fresh = uploaded(operator);
    jdbc.sql("update attachment set created_at = now() - interval '25 hours' where id = ?")
        .param(UUID.fromString(old))
        .update();
    photos.dropUnused();
    assertThat(operator.get("/api/attachments/" + old).status()).isEqualTo(404);
    assertThat(operator.get("/api/attachments/" + fresh).status()).isEqualTo(200);
  }
}
