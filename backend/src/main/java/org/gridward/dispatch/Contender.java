package org.gridward.dispatch;

import org.gridward.rulebook.Tier;
import org.gridward.workforce.Worker;

/**
 * Somebody who might be asked, before loads and distances are looked up; see {@link Contenders}.
 */
record Contender(Worker worker, Tier tier, int place) {}
