/** The base map over HTTP: open to everybody, for it shows nothing but public streets. */
@NullMarked
package org.gridward.basemap.web;

import org.jspecify.annotations.NullMarked;
