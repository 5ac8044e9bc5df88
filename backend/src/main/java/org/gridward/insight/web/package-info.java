/** Insight over HTTP: docs/api/insight.md. */
@NullMarked
package org.gridward.insight.web;

import org.jspecify.annotations.NullMarked;
