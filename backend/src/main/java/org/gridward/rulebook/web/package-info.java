/** The rulebook over HTTP: everybody reads the catalogue, administrators of the whole change it. */
@NullMarked
package org.gridward.rulebook.web;

import org.jspecify.annotations.NullMarked;
