/** What every import tells at its end. */
@NullMarked
package org.gridward.shared.imports;

import org.jspecify.annotations.NullMarked;
