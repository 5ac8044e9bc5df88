package org.gridward.incident.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into one SQL array a column, for {@code unnest}: one statement for any number. */
record Columns<T>(Connection connection, List<T> rows) {

  Array of(String type, Function<T, ? extends @Nullable Object> value) throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }

  Array bytes(Function<T, byte @Nullable []> value) throws SQLException {
    return connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new));
  }
}
