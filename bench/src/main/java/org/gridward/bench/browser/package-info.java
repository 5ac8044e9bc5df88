/** A real Chromium, driven and measured over the DevTools protocol, and the plain map beside it. */
@NullMarked
package org.gridward.bench.browser;

import org.jspecify.annotations.NullMarked;
