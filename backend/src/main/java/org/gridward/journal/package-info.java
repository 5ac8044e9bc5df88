/**
 * The one ordered record of everything that happened: appended to by the transaction that makes a
 * fact true, read in an order that never skips and never goes back, sealed against tampering. Owns
 * {@code journal_entry}, {@code journal_epoch} and {@code journal_seal}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.gridward.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
