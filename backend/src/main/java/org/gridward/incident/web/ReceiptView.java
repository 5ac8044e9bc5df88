package org.gridward.incident.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.gridward.incident.Placement;
import org.gridward.incident.Receipt;
import org.gridward.incident.Stage;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a report; a resident without an account learns no more than is needed to follow.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
    @Nullable UUID id,
    long number,
    Stage stage,
    @Nullable Placement placement,
    @Nullable Long cellId,
    @Nullable AreaPath areaPath,
    @Nullable Integer version,
    @Nullable String trackingCode) {

  static ReceiptView forStaff(Receipt receipt) {
    return new ReceiptView(
        receipt.id(),
        receipt.number(),
        receipt.stage(),
        receipt.placement(),
        receipt.cellId(),
        receipt.areaPath(),
        receipt.version(),
        receipt.trackingCode());
  }

  static ReceiptView forResident(Receipt receipt) {
    return new ReceiptView(
        null, receipt.number(), receipt.stage(), null, null, null, null, receipt.trackingCode());
  }
}
