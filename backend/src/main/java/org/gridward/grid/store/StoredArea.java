package org.gridward.grid.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.gridward.shared.AreaPath;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of the table area. */
@Entity
@Table(name = "area")
public class StoredArea {

  @Id private long id;

  @Column(nullable = false)
  private String code;

  @Column(nullable = false)
  private String type;

  private @Nullable Long parentId;

  @Column(nullable = false)
  private String path;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false, columnDefinition = "jsonb")
  private Map<String, String> names;

  @Column(nullable = false)
  private boolean cell;

  @Column(nullable = false)
  private Instant createdAt;

  private @Nullable Instant retiredAt;

  @Version private int version;

  @SuppressWarnings("NullAway.Init") // for Hibernate
  protected StoredArea() {}

  /**
   * A new area.
   *
   * @param id from the sequence area_seq
   */
  StoredArea(long id, AreaSheet sheet, Level level, Instant createdAt) {
    Place parent = sheet.parent();
    this.id = id;
    this.code = sheet.code();
    this.type = level.code();
    this.parentId = parent == null ? null : parent.id();
    this.path = (parent == null ? AreaPath.ROOT : parent.path()).child(id).value();
    this.names = Map.copyOf(sheet.names());
    this.cell = level.cell();
    this.createdAt = createdAt;
  }

  /** Takes other names; true when they differ from those it had. */
  boolean rename(Map<String, String> others) {
    if (names.equals(others)) {
      return false;
    }
    this.names = Map.copyOf(others);
    return true;
  }

  long id() {
    return id;
  }

  String code() {
    return code;
  }

  String type() {
    return type;
  }

  @Nullable Long parentId() {
    return parentId;
  }

  AreaPath path() {
    return new AreaPath(path);
  }

  boolean isRetired() {
    return retiredAt != null;
  }
}
