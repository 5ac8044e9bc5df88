/**
 * Who may do what, and where: users, roles bounded by an area, sessions, API keys, sign-in with its
 * limits. Owns {@code app_user}, {@code role_grant}, {@code api_key} and Spring Session's tables.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal"})
package org.gridward.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
