package org.gridward.shared.cli;

import java.util.concurrent.Callable;

/**
 * One command of the command line, contributed by a module as a Spring bean whose class carries
 * picocli's {@code @Command} and its options. The program collects these beans into one tree by
 * {@link #path()} and calls the one that was asked for.
 *
 * <p>{@link #call()} returns the exit code: 0 done, 1 done with faults that were reported, 2 a
 * wrong use or an environment that does not allow it. A {@link org.gridward.shared.Problem} thrown
 * from it becomes one sentence on standard error and exit code 2.
 */
public interface ConsoleCommand extends Callable<Integer> {

  /** The words that call it, separated by single spaces: {@code import areas}. */
  String path();
}
