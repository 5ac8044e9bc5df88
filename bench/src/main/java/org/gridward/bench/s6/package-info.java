/** S6: how fast events reach many live clients, beside Spring's own broker. */
@NullMarked
package org.gridward.bench.s6;

import org.jspecify.annotations.NullMarked;
