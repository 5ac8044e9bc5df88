package org.gridward.incident.photo;

import java.util.Map;
import org.gridward.shared.Problem;

/** What was uploaded cannot be kept as a photo. */
public final class PhotoRejected extends Problem.Rejected {

  private PhotoRejected(String code, String message, Map<String, Object> fields) {
    super(code, message, fields);
  }

  static PhotoRejected notAPhoto() {
    return new PhotoRejected(
        "not-a-photo",
        "the file's content is neither JPEG nor PNG, whatever its name; send a JPEG or PNG photo",
        Map.of("accepted", "image/jpeg, image/png"));
  }

  static PhotoRejected damaged() {
    return new PhotoRejected(
        "photo-damaged",
        "the photo is cut off or damaged and cannot be opened; send it again",
        Map.of());
  }

  static PhotoRejected tooManyPixels(long width, long height, long limit) {
    return new PhotoRejected(
        "photo-too-large",
        "the photo has %d × %d pixels; send one with %d million at most"
            .formatted(width, height, limit / 1_000_000),
        Map.of("width", width, "height", height, "limitPixels", limit));
  }
}
