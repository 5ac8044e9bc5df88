/** The session, users and API keys over HTTP. */
@NullMarked
package org.gridward.identity.web;

import org.jspecify.annotations.NullMarked;
