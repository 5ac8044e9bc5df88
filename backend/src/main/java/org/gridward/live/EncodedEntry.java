package org.gridward.live;

import org.gridward.journal.Cursor;

/** A journal entry as the bytes every subscriber gets, made once. */
record EncodedEntry(Cursor cursor, byte[] json) {}
