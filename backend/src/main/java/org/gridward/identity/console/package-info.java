/** Accounts on the command line, for the first administrator and for emergencies. */
@NullMarked
package org.gridward.identity.console;

import org.jspecify.annotations.NullMarked;
