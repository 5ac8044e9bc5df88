/** The wall over HTTP: docs/api/wall.md. */
@NullMarked
package org.gridward.wall.web;

import org.jspecify.annotations.NullMarked;
