package org.gridward.dispatch;

import org.gridward.incident.IncidentView;
import org.gridward.shared.Actor;

/**
 * A decision for somebody, ready to be written.
 *
 * @param capacity of the worker
 */
record Offer(
    IncidentView incident, Decision decision, Assignment assignment, int capacity, Actor actor) {}
