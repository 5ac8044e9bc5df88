package org.gridward.grid.imports;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import org.gridward.gis.formats.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What to import, and how.
 *
 * @param codeColumn the attribute with the area's code
 * @param parent the attribute with the parent's code, or the code of the one parent of all; null
 *     for the top level
 * @param nameColumn the attribute with the English name
 * @param nameZhColumn the attribute with the Chinese name
 * @param cell the level is that of the cells
 * @param crs overrides the file's
 * @param encoding overrides the file's
 * @param layer the one to read of a file that has several
 * @param effectiveAt when new and changed boundaries begin; null for when the import began
 * @param dryRun checks everything and writes nothing
 */
record AreaImportOptions(
    Path file,
    LevelName level,
    String codeColumn,
    @Nullable String parent,
    String nameColumn,
    @Nullable String nameZhColumn,
    boolean cell,
    @Nullable String crs,
    @Nullable Charset encoding,
    @Nullable String layer,
    @Nullable Instant effectiveAt,
    boolean dryRun) {

  /** Of a file with one layer. */
  AreaImportOptions(
      Path file,
      LevelName level,
      String codeColumn,
      @Nullable String parent,
      String nameColumn,
      @Nullable String nameZhColumn,
      boolean cell,
      @Nullable String crs,
      @Nullable Charset encoding,
      @Nullable Instant effectiveAt,
      boolean dryRun) {
    this(
        file,
        level,
        codeColumn,
        parent,
        nameColumn,
        nameZhColumn,
        cell,
        crs,
        encoding,
        null,
        effectiveAt,
        dryRun);
  }

  ReadOptions reading() {
    return new ReadOptions(crs, encoding, layer);
  }

  /** Everything that decides the outcome beside the file's content, in one line. */
  String canonical() {
    String line =
        "level=%s code=%s parent=%s name=%s name-zh=%s cell=%s crs=%s encoding=%s effective=%s"
            .formatted(
                level,
                codeColumn,
                parent,
                nameColumn,
                nameZhColumn,
                cell,
                crs,
                encoding,
                effectiveAt);
    // left out where there is none, so that imports begun by an earlier version go on
    return layer == null ? line : line + " layer=" + layer;
  }
}
