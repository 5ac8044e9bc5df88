/** Places over HTTP. */
@NullMarked
package org.gridward.gazetteer.web;

import org.jspecify.annotations.NullMarked;
