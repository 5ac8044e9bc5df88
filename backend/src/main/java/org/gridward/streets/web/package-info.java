/** Distances along streets over HTTP: docs/api/streets.md. */
@NullMarked
package org.gridward.streets.web;

import org.jspecify.annotations.NullMarked;
