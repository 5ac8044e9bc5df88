/** Dispatch over HTTP: the operator's hand, the reasons, and the worker's side. */
@NullMarked
package org.gridward.dispatch.web;

import org.jspecify.annotations.NullMarked;
