/**
 * Life for the demonstration: made-up reporters, workers and an operator who use the server's
 * public HTTP API as real ones would, and nothing else. Runs only in {@code ./gridward demo}.
 */
@NullMarked
package org.gridward.cli.demo;

import org.jspecify.annotations.NullMarked;
