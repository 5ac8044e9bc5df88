package org.gridward.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks login and password. After five failures in a row the account is locked for a quarter of an
 * hour, which outlives a restart; besides, each address may try only so often. An unknown login is
 * answered just as a known one is.
 */
@Service
public class SignIn {

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final int ALLOWED_FAILURES = 5;
  private static final Duration LOCK = Duration.ofMinutes(15);

  private final AccountRows rows;
  private final Users users;
  private final Passwords passwords;
  private final SignInLimits limits;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Cache<String, Failures> unknownLogins =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(LOCK).build();

  SignIn(
      AccountRows rows,
      Users users,
      Passwords passwords,
      SignInLimits limits,
      Journal journal,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.users = users;
    this.passwords = passwords;
    this.limits = limits;
    this.journal = journal;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Failures of a login that does not exist. */
  private record Failures(int count, Instant last) {}

  /**
   * Who has signed in.
   *
   * @param credentialsVersion what the session keeps, to end with the password
   */
  public record SignedIn(Caller caller, int credentialsVersion) {}

  /**
   * Signs in.
   *
   * @param address where from, for the limits; kept nowhere
   * @throws SignInFailed when they do not belong together
   * @throws Problem.TooMany when it was tried too often
   */
  public SignedIn attempt(String login, String password, String address) {
    String normal = Users.normalise(login);
    limits.check(address, normal);
    AccountRows.Credentials known = rows.findCredentials(normal).orElse(null);
    if (known == null) {
      passwords.matches(password, null);
      throw unknownLogin(normal);
    }
    refuseLocked(known.lockedUntil());
    if (!passwords.matches(password, known.digest()) || !known.enabled()) {
      throw failed(known.id());
    }
    return succeeded(known.id());
  }

  private void refuseLocked(@Nullable Instant until) {
    Instant now = clock.instant();
    if (until != null && until.isAfter(now)) {
      throw AccountProblems.locked(Duration.between(now, until));
    }
  }

  private Problem unknownLogin(String login) {
    Instant now = clock.instant();
    Failures before = unknownLogins.getIfPresent(login);
    int count = before == null ? 1 : before.count() + 1;
    if (before != null && before.count() >= ALLOWED_FAILURES) {
      return AccountProblems.locked(Duration.between(now, before.last().plus(LOCK)));
    }
    unknownLogins.put(login, new Failures(count, now));
    return AccountProblems.signInFailed();
  }

  private Problem failed(long userId) {
    transaction.executeWithoutResult(
        _ -> {
          Instant lockedUntil = clock.instant().plus(LOCK);
          if (rows.countFailure(userId, ALLOWED_FAILURES, lockedUntil)) {
            LOG.warn("user {} is locked until {} after failed sign-ins", userId, lockedUntil);
          }
          tell("user.sign_in_failed", userId);
        });
    return AccountProblems.signInFailed();
  }

  private SignedIn succeeded(long userId) {
    boolean open =
        Boolean.TRUE.equals(
            transaction.execute(
                _ -> {
                  boolean free = rows.forgetFailures(userId, clock.instant());
                  if (free) {
                    tell("user.signed_in", userId);
                  }
                  return free;
                }));
    if (!open) {
      throw AccountProblems.locked(LOCK);
    }
    int version = users.credentialsVersion(userId);
    return new SignedIn(
        users.findCaller(userId).orElseThrow(AccountProblems::signInFailed), version);
  }

  private void tell(String kind, long userId) {
    journal.append(
        new NewEntry(
            kind,
            users.area(userId),
            new Subject("user", Long.toString(userId)),
            null,
            null,
            Actor.user(userId),
            Map.of("userId", userId)));
  }
}
