/**
 * Plays past reports from a CSV file to a running server, over its public HTTP API only. Knows no
 * database and no Spring.
 */
@NullMarked
package org.gridward.cli.replay;

import org.jspecify.annotations.NullMarked;
