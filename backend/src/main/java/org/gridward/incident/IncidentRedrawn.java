package org.gridward.incident;

import java.util.UUID;
import org.gridward.shared.AreaPath;

/**
 * The cells were redrawn under an open incident, which lies in another cell now without having
 * moved. Published inside the transaction.
 */
public record IncidentRedrawn(UUID id, AreaPath to) {}
