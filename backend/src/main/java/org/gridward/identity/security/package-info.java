/** How requests get their caller, and what is refused before a controller sees it. */
@NullMarked
package org.gridward.identity.security;

import org.jspecify.annotations.NullMarked;
