/** What the whole application is given: the clock. */
@NullMarked
package org.gridward.shared.config;

import org.jspecify.annotations.NullMarked;
