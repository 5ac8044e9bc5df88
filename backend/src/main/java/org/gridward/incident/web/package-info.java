/** The module's HTTP interface. */
@NullMarked
package org.gridward.incident.web;

import org.jspecify.annotations.NullMarked;
