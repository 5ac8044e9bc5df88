package org.gridward.identity.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.identity.AccountDirectory;
import org.gridward.identity.AreaLabel;
import org.gridward.identity.Grant;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts names to the areas of grants. */
@Component
class Ground {

  private final ObjectProvider<AccountDirectory> directory;

  Ground(ObjectProvider<AccountDirectory> directory) {
    this.directory = directory;
  }

  List<RoleView> describe(Collection<Grant> grants) {
    return grants.stream().map(grant -> RoleView.of(grant, label(grant.area()))).toList();
  }

  private AreaLabel label(AreaPath path) {
    if (path.isRoot()) {
      return AreaLabel.EVERYWHERE;
    }
    long id = path.ids().getLast();
    return find(id).orElseGet(() -> new AreaLabel(id, "", Map.of(), path));
  }

  /** The area's path; 0 is the whole installation. */
  AreaPath path(long areaId) {
    return areaId == 0
        ? AreaPath.ROOT
        : find(areaId)
            .map(AreaLabel::path)
            .orElseThrow(
                () ->
                    new Problem.Rejected(
                        "unknown-area", "there is no area " + areaId, Map.of("areaId", areaId)));
  }

  private Optional<AreaLabel> find(long areaId) {
    AccountDirectory found = directory.getIfAvailable();
    return found == null ? Optional.empty() : found.findArea(areaId);
  }

  Optional<Long> findWorker(long userId) {
    AccountDirectory found = directory.getIfAvailable();
    return found == null ? Optional.empty() : found.findWorker(userId);
  }
}
