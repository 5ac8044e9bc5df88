/** Positions by REST. */
@NullMarked
package org.gridward.tracking.web;

import org.jspecify.annotations.NullMarked;
