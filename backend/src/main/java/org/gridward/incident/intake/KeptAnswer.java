package org.gridward.incident.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.gridward.incident.Channel;
import org.gridward.incident.Placement;
import org.gridward.incident.Receipt;
import org.gridward.incident.Stage;
import org.gridward.incident.contact.TrackingCodes;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/** The answer that a request with this key got the first time. */
record KeptAnswer(byte[] digest, Receipt receipt) {

  static KeptAnswer read(ResultSet row, TrackingCodes codes) throws SQLException {
    boolean resident = Channel.valueOf(row.getString("channel")) == Channel.RESIDENT;
    @Nullable String code = resident ? codes.of(row.getObject("report_id", UUID.class)) : null;
    return new KeptAnswer(
        row.getBytes("request_digest"),
        new Receipt(
            row.getObject("incident_id", UUID.class),
            row.getLong("number"),
            Stage.valueOf(row.getString("stage")),
            Placement.valueOf(row.getString("placement")),
            row.getObject("cell_id", Long.class),
            new AreaPath(row.getString("area_path")),
            row.getInt("version"),
            code,
            true));
  }
}
