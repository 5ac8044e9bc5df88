package org.gridward.incident;

import java.util.UUID;

/** The worker who holds an incident, as the compact view shows it; {@code state} is dispatch's. */
public record Assignee(long workerId, String name, String state, UUID assignmentId) {}
