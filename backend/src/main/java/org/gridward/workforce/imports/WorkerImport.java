package org.gridward.workforce.imports;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.grid.Areas;
import org.gridward.identity.Grant;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.identity.Users;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.imports.ImportReport;
import org.gridward.workforce.NewWorker;
import org.gridward.workforce.Units;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings users, workers and responsibility to what a file says. The same file twice changes
 * nothing; a row with a fault is left out as a whole and told; rows are taken in in batches of one
 * transaction each.
 */
@Service
public class WorkerImport {

  private static final int BATCH = 200;

  private final Areas areas;
  private final Users users;
  private final Workforce workforce;
  private final Units units;
  private final TransactionTemplate transaction;

  WorkerImport(
      Areas areas, Users users, Workforce workforce, Units units, TransactionTemplate transaction) {
    this.areas = areas;
    this.users = users;
    this.workforce = workforce;
    this.units = units;
    this.transaction = transaction;
  }

  /**
   * How to import.
   *
   * @param encoding of the file; null for UTF-8
   * @param password the first password for a new login, or null for none
   * @param onDuty puts new workers on duty at once
   * @param progress is told how many rows are done
   */
  record Options(
      WorkerColumns columns,
      @Nullable Charset encoding,
      Function<String, @Nullable String> password,
      boolean onDuty,
      LongConsumer progress) {}

  /**
   * Imports the file; nothing of it where it is of another encoding.
   *
   * @throws UnreadableFile where it is no CSV with a heading, or of another encoding
   */
  ImportReport run(Path file, Options options) {
    ImportReport.Tally tally = new ImportReport.Tally();
    List<WorkerRow> rows =
        new WorkerFile(areas, options.columns(), tally).read(file, options.encoding());
    Targets targets = new Targets(workforce);
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<WorkerRow> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
      transaction.executeWithoutResult(
          _ -> batch.forEach(row -> take(row, options, targets, tally)));
      options.progress().accept(from + batch.size());
    }
    targets.apply(
        (posts) -> transaction.executeWithoutResult(_ -> posts.forEach(this::setResponsible)));
    targets.movedWorkers().forEach(_ -> tally.changed());
    return tally.report();
  }

  private void setResponsible(Targets.CellPosts posts) {
    workforce.setResponsible(posts.cellId(), posts.main(), posts.backups(), Actor.SYSTEM);
  }

  private void take(WorkerRow row, Options options, Targets targets, ImportReport.Tally tally) {
    User user = users.findByLogin(row.login()).orElse(null);
    if (user == null) {
      targets.put(row, create(row, options), false);
      tally.created();
      return;
    }
    Worker worker = workforce.findByUser(user.id()).orElse(null);
    if (worker == null) {
      tally.fault(
          row.number(),
          "login-taken",
          "login '%s' belongs to a user who is no worker".formatted(row.login()));
      return;
    }
    boolean changed = update(row, user, worker);
    targets.put(row, worker.id(), true);
    if (changed) {
      tally.changed();
      targets.countedAsChanged(worker.id());
    } else if (!targets.changes(worker.id())) {
      tally.unchanged();
    }
  }

  private long create(WorkerRow row, Options options) {
    User user =
        users.create(row.login(), row.name(), options.password().apply(row.login()), Actor.SYSTEM);
    users.grant(user.id(), Role.GRID_WORKER, row.area(), Actor.SYSTEM);
    Worker worker = workforce.create(facts(row, user.id(), NewWorker.USUAL_CAPACITY), Actor.SYSTEM);
    if (options.onDuty()) {
      workforce.setDuty(worker.id(), true, Actor.SYSTEM);
    }
    return worker.id();
  }

  private boolean update(WorkerRow row, User user, Worker worker) {
    NewWorker wanted = facts(row, user.id(), worker.capacity());
    NewWorker held =
        new NewWorker(
            user.id(),
            worker.name(),
            worker.rank(),
            worker.area(),
            worker.skills(),
            worker.capacity(),
            workforce.findUnit(worker.id()).orElse(null));
    boolean changed = false;
    if (!wanted.equals(held)) {
      workforce.update(worker.id(), wanted, true, Actor.SYSTEM);
      changed = true;
    }
    return moveGrant(user, worker.area(), row.area()) || changed;
  }

  private boolean moveGrant(User user, AreaPath from, AreaPath to) {
    if (user.grants().contains(new Grant(Role.GRID_WORKER, to))) {
      return false;
    }
    users.revoke(user.id(), Role.GRID_WORKER, from, Actor.SYSTEM);
    users.grant(user.id(), Role.GRID_WORKER, to, Actor.SYSTEM);
    return true;
  }

  private NewWorker facts(WorkerRow row, long userId, int capacity) {
    String unit = row.unit();
    return new NewWorker(
        userId,
        row.name(),
        row.rank(),
        row.area(),
        row.skills(),
        capacity,
        unit == null ? null : unitId(unit));
  }

  private long unitId(String code) {
    return units
        .findByCode(code)
        .orElseGet(() -> units.create(code, Map.of("en", code), null))
        .id();
  }
}
