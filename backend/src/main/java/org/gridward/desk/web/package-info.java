/** The operator's place of work over HTTP: docs/api/desk.md. */
@NullMarked
package org.gridward.desk.web;

import org.jspecify.annotations.NullMarked;
