/**
 * Walks every endpoint: each role, within its own area and in a foreign one, against the tables in
 * {@code src/test/resources/permissions}; and each body that is not what it should be.
 */
package org.gridward.permissions;
