/** Facilities over HTTP: docs/api/facility.md. */
@NullMarked
package org.gridward.facility.web;

import org.jspecify.annotations.NullMarked;
