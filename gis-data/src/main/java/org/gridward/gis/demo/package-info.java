/** Files of made-up workers. Nothing here describes a real person. */
@NullMarked
package org.gridward.gis.demo;

import org.jspecify.annotations.NullMarked;
