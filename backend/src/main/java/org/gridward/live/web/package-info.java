/** The REST side of live. */
@NullMarked
package org.gridward.live.web;

import org.jspecify.annotations.NullMarked;
