/** How a module contributes commands to the command line. */
@NullMarked
package org.gridward.shared.cli;

import org.jspecify.annotations.NullMarked;
