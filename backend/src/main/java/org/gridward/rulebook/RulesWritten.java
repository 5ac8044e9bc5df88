package org.gridward.rulebook;

/** Rules were written; published in the transaction that writes them. */
record RulesWritten() {}
