package org.gridward.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Caller;
import org.gridward.identity.NotAllowed;
import org.gridward.identity.Role;
import org.gridward.identity.WallTokens;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tokens of walls, for administrators, each within the administrator's own areas. */
@RestController
@RequestMapping("/api/wall-tokens")
class WallTokenController {

  private final WallTokens tokens;
  private final Ground ground;

  WallTokenController(WallTokens tokens, Ground ground) {
    this.tokens = tokens;
    this.ground = ground;
  }

  record TokenRequest(@NotNull @Size(min = 1, max = 200) String label, @NotNull Long areaId) {}

  /** A token; {@code areaId} 0 is the whole installation. */
  record TokenView(long id, String label, long areaId, Instant createdAt) {}

  record TokenList(List<TokenView> items, @Nullable String next) {}

  /** A new one; {@code path} is the address that opens the wall with it. */
  record NewToken(long id, String token, String path) {}

  @GetMapping
  TokenList list(Caller caller) {
    List<AreaPath> scopes = caller.scopes(Role.ADMINISTRATOR);
    if (scopes.isEmpty()) {
      throw new NotAllowed(AreaPath.ROOT, Role.ADMINISTRATOR);
    }
    return new TokenList(
        tokens.list(scopes).stream().map(WallTokenController::view).toList(), null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  NewToken create(@Valid @RequestBody TokenRequest body, Caller caller) {
    AreaPath area = ground.path(body.areaId());
    caller.require(Role.ADMINISTRATOR, area);
    ApiKeys.NewApiKey made = tokens.create(body.label(), area, caller.actor());
    return new NewToken(made.id(), made.token(), "/wall?token=" + made.token());
  }

  /** One elsewhere is as one that does not exist. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable long id, Caller caller) {
    if (!caller.has(Role.ADMINISTRATOR)) {
      throw new NotAllowed(AreaPath.ROOT, Role.ADMINISTRATOR);
    }
    WallTokens.WallToken token = tokens.get(id);
    if (!caller.may(Role.ADMINISTRATOR, token.area())) {
      throw new Problem.NotFound(
          "unknown-wall-token", "there is no wall token " + id, java.util.Map.of("id", id));
    }
    tokens.revoke(id, caller.actor());
  }

  private static TokenView view(WallTokens.WallToken token) {
    long areaId = token.area().isRoot() ? 0 : token.area().ids().getLast();
    return new TokenView(token.id(), token.label(), areaId, token.createdAt());
  }
}
