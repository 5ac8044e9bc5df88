/**
 * How every request is met: its id, the size of its body, the JSON it may hold, the pages and
 * files, and the one form in which a refusal is told (RFC 9457).
 */
@NullMarked
package org.gridward.shared.web;

import org.jspecify.annotations.NullMarked;
