package org.gridward.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Marks what only the server runs (loops, timers, sockets), not the command line, which starts the
 * same application without a web server and with {@code gridward.role=tool}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "gridward.role", havingValue = "server", matchIfMissing = true)
public @interface OnServer {}
