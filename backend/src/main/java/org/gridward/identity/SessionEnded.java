package org.gridward.identity;

/** A web session has ended by signing out or by a new sign-in; what was opened with it ends too. */
public record SessionEnded(String sessionId) {}
