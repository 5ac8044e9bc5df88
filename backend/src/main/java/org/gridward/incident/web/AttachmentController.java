package org.gridward.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.identity.Caller;
import org.gridward.identity.CurrentCaller;
import org.gridward.incident.photo.Attachment;
import org.gridward.incident.photo.AttachmentTable;
import org.gridward.incident.photo.Photos;
import org.gridward.shared.Actor;
import org.gridward.shared.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes photos in and shows them to those who see their incident. */
@RestController
class AttachmentController {

  /** The answer to an upload. */
  record Uploaded(UUID id, int width, int height) {}

  /** There is no such photo for the caller. */
  static final class AttachmentUnknown extends Problem.NotFound {
    AttachmentUnknown(UUID id) {
      super("attachment-unknown", "there is no photo %s for you".formatted(id), Map.of("id", id));
    }
  }

  private final Photos photos;
  private final AttachmentTable table;
  private final Sight sight;
  private final PublicLimits limits;

  AttachmentController(Photos photos, AttachmentTable table, Sight sight, PublicLimits limits) {
    this.photos = photos;
    this.table = table;
    this.sight = sight;
    this.limits = limits;
  }

  @PostMapping("/api/attachments")
  ResponseEntity<Uploaded> upload(@RequestParam MultipartFile file, HttpServletRequest request)
      throws IOException {
    Optional<Caller> caller = CurrentCaller.find();
    if (caller.isEmpty()) {
      limits.countUpload(request.getRemoteAddr());
    }
    Attachment kept =
        photos.upload(caller.map(Caller::actor).orElse(Actor.RESIDENT), file.getBytes());
    return ResponseEntity.created(URI.create("/api/attachments/" + kept.id()))
        .body(new Uploaded(kept.id(), kept.width(), kept.height()));
  }

  @GetMapping("/api/attachments/{id}")
  ResponseEntity<byte[]> get(
      @PathVariable UUID id, @RequestParam(defaultValue = "full") String size, Caller caller) {
    Attachment attachment =
        table
            .find(id)
            .filter(found -> sees(caller, found))
            .orElseThrow(() -> new AttachmentUnknown(id));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate().immutable())
        .body(table.getBytes(attachment.id(), size.equals("thumb")));
  }

  private boolean sees(Caller caller, Attachment attachment) {
    UUID incidentId = attachment.incidentId();
    return incidentId == null
        ? attachment.uploadedBy().equals(caller.actor().value())
        : sight.mayGet(incidentId, caller);
  }
}
