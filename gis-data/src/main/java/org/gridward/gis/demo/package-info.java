/** A made-up district and a made-up day in it. Nothing here describes a real place or person. */
@NullMarked
package org.gridward.gis.demo;

import org.jspecify.annotations.NullMarked;
