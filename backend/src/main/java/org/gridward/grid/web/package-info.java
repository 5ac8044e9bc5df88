/** Areas over HTTP, bounded by what the caller may see. */
@NullMarked
package org.gridward.grid.web;

import org.jspecify.annotations.NullMarked;
