package org.gridward.grid.store;

/** Areas or boundaries were written; published in the transaction that writes them. */
public record AreasWritten() {}
