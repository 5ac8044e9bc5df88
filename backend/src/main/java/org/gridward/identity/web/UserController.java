package org.gridward.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Caller;
import org.gridward.identity.Grant;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.identity.UserAdministration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for administrators, each within the administrator's own areas. */
@RestController
class UserController {

  private final UserAdministration users;
  private final Ground ground;

  UserController(UserAdministration users, Ground ground) {
    this.users = users;
    this.ground = ground;
  }

  record GrantRequest(@NotNull Role role, @NotNull Long areaId) {}

  record NewUserRequest(
      @NotNull @Size(min = 1, max = 64) String login,
      @NotNull @Size(min = 1, max = 200) String name,
      @Nullable @Size(max = 1000) String password,
      @NotNull @Size(max = 100) List<@NotNull @Valid GrantRequest> grants) {}

  record ChangeRequest(
      @Nullable @Size(min = 1, max = 200) String name, @Nullable Boolean enabled) {}

  record GrantsRequest(@NotNull @Size(max = 100) List<@NotNull @Valid GrantRequest> grants) {}

  record PasswordRequest(@NotNull @Size(min = 1, max = 1000) String password) {}

  record KeyRequest(@NotNull @Size(min = 1, max = 200) String label) {}

  record UserView(long id, String login, String name, boolean enabled, List<RoleView> roles) {}

  record UserList(List<UserView> items, @Nullable String next) {}

  record KeyList(List<ApiKeys.ApiKey> items, @Nullable String next) {}

  @GetMapping("/api/users")
  UserList list(Caller caller) {
    return new UserList(users.list(caller).stream().map(this::view).toList(), null);
  }

  @PostMapping("/api/users")
  @ResponseStatus(HttpStatus.CREATED)
  UserView create(@Valid @RequestBody NewUserRequest body, Caller caller) {
    return view(
        users.create(caller, body.login(), body.name(), body.password(), grants(body.grants())));
  }

  @PatchMapping("/api/users/{id}")
  UserView change(@PathVariable long id, @Valid @RequestBody ChangeRequest body, Caller caller) {
    return view(users.update(caller, id, body.name(), body.enabled()));
  }

  @PutMapping("/api/users/{id}/grants")
  UserView setGrants(@PathVariable long id, @Valid @RequestBody GrantsRequest body, Caller caller) {
    return view(users.setGrants(caller, id, grants(body.grants())));
  }

  @PutMapping("/api/users/{id}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setPassword(@PathVariable long id, @Valid @RequestBody PasswordRequest body, Caller caller) {
    users.setPassword(caller, id, body.password());
  }

  @GetMapping("/api/users/{id}/api-keys")
  KeyList listKeys(@PathVariable long id, Caller caller) {
    return new KeyList(users.listKeys(caller, id), null);
  }

  @PostMapping("/api/users/{id}/api-keys")
  @ResponseStatus(HttpStatus.CREATED)
  ApiKeys.NewApiKey createKey(
      @PathVariable long id, @Valid @RequestBody KeyRequest body, Caller caller) {
    return users.createKey(caller, id, body.label());
  }

  @DeleteMapping("/api/api-keys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revokeKey(@PathVariable long id, Caller caller) {
    users.revokeKey(caller, id);
  }

  private Set<Grant> grants(List<GrantRequest> requests) {
    Set<Grant> grants = new LinkedHashSet<>();
    for (GrantRequest request : requests) {
      grants.add(new Grant(request.role(), ground.path(request.areaId())));
    }
    return grants;
  }

  private UserView view(User user) {
    return new UserView(
        user.id(), user.login(), user.name(), user.enabled(), ground.describe(user.grants()));
  }
}
