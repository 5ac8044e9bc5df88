package org.gridward.live;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.gridward.identity.Caller;

/**
 * Who looks at an incident: whoever subscribes to its presence, until the subscription or the
 * connection ends; a silent client is ended after three heartbeats. Each server knows its own
 * clients.
 *
 * @param viewers each user once, by name
 */
record Presence(List<Viewer> viewers) {

  /** Somebody who looks. */
  record Viewer(long userId, String name) {}

  static Presence of(Collection<Subscription> subscriptions) {
    return new Presence(
        subscriptions.stream()
            .map(subscription -> subscription.session().caller())
            .collect(
                Collectors.toMap(
                    Caller::userId,
                    caller -> new Viewer(caller.userId(), caller.name()),
                    (one, again) -> one))
            .values()
            .stream()
            .sorted(Comparator.comparing(Viewer::name).thenComparing(Viewer::userId))
            .toList());
  }
}
