/**
 * Due work as rows of {@code scheduled_tasks}: modules contribute db-scheduler {@code Task} beans,
 * the server runs them, any number of servers share them.
 */
@NullMarked
package org.gridward.shared.schedule;

import org.jspecify.annotations.NullMarked;
