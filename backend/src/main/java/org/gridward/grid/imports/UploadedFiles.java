package org.gridward.grid.imports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Files that were sent to be imported, kept on disk for a day at most, or until the server ends.
 * Their names may be in any script, whatever the file system and its encoding take.
 */
@Component
class UploadedFiles {

  /** Bytes of one file. */
  static final long MOST_BYTES = 500_000_000;

  private static final int MOST_FILES = 8;
  private static final Duration KEPT = Duration.ofDays(1);

  /** Four bytes each at most, and a file system takes 255. */
  private static final int LONGEST_NAME = 60;

  private final Map<UUID, Uploaded> files = new ConcurrentHashMap<>();
  private final Clock clock;
  private @Nullable Path folder;

  UploadedFiles(Clock clock) {
    this.clock = clock;
  }

  /**
   * One file.
   *
   * @param owner the user who sent it, the only one who may use it
   * @param name as it was called there
   */
  record Uploaded(UUID id, long owner, String name, Path path, long bytes, Instant at) {}

  /**
   * Keeps what is read; only the newest few files of all users stay.
   *
   * @throws Problem.Rejected {@code file-too-large}, {@code file-empty}
   */
  Uploaded keep(long owner, String name, InputStream content) throws IOException {
    drop();
    UUID id = UUID.randomUUID();
    Path home = Files.createDirectories(folder().resolve(id.toString()));
    Path path = place(home, safe(name));
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(path)) {
      byte[] part = new byte[1 << 16];
      for (int read = content.read(part); read >= 0; read = content.read(part)) {
        bytes += read;
        if (bytes > MOST_BYTES) {
          throw new Problem.Rejected(
              "file-too-large", "a file may have 500 MB; import it with the command", Map.of());
        }
        out.write(part, 0, read);
      }
      if (bytes == 0) {
        throw new Problem.Rejected("file-empty", "the file is empty", Map.of());
      }
    } catch (IOException | Problem e) {
      FileSystemUtils.deleteRecursively(home);
      throw e;
    }
    Uploaded file = new Uploaded(id, owner, name, path, bytes, clock.instant());
    files.put(id, file);
    return file;
  }

  /** Throws {@code upload-unknown} (404) where there is none of this user. */
  Uploaded get(long owner, UUID id) {
    Uploaded file = files.get(id);
    if (file == null || file.owner() != owner) {
      throw new Problem.NotFound(
          "upload-unknown", "there is no such file any more; send it again", Map.of());
    }
    return file;
  }

  boolean has(UUID id) {
    return files.containsKey(id);
  }

  void remove(Uploaded file) throws IOException {
    files.remove(file.id());
    FileSystemUtils.deleteRecursively(file.path().getParent());
  }

  /** The oldest, where there are too many, and what is older than a day. */
  private synchronized void drop() throws IOException {
    List<Uploaded> newest =
        files.values().stream().sorted(Comparator.comparing(Uploaded::at).reversed()).toList();
    Instant limit = clock.instant().minus(KEPT);
    for (int i = 0; i < newest.size(); i++) {
      if (i >= MOST_FILES - 1 || newest.get(i).at().isBefore(limit)) {
        remove(newest.get(i));
      }
    }
  }

  private synchronized Path folder() throws IOException {
    Path made = folder;
    if (made == null) {
      made = Files.createTempDirectory("gridward-imports");
      folder = made;
    }
    return made;
  }

  /** The ending counts: some formats are told by it. */
  private static String safe(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.+", "_");
    int[] letters = plain.codePoints().toArray();
    int kept = Math.min(letters.length, LONGEST_NAME);
    return kept == 0 ? "file" : new String(letters, letters.length - kept, kept);
  }

  private static Path place(Path home, String name) {
    try {
      return home.resolve(name);
    } catch (InvalidPathException notInThisEncoding) {
      return home.resolve(name.replaceAll("[^\\x20-\\x7e]", "_"));
    }
  }

  @PreDestroy
  void clear() throws IOException {
    Path made = folder;
    if (made != null) {
      FileSystemUtils.deleteRecursively(made);
    }
  }
}
