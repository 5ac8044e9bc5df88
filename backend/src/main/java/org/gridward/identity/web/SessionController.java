package org.gridward.identity.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.gridward.identity.Caller;
import org.gridward.identity.CurrentCaller;
import org.gridward.identity.SignIn;
import org.gridward.identity.Users;
import org.gridward.identity.security.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in; signing in and out. */
@RestController
@RequestMapping("/api/session")
class SessionController {

  private final SignIn signIn;
  private final Users users;
  private final Sessions sessions;
  private final Ground ground;
  private final DemoAccounts demo;
  private final CookieCsrfTokenRepository csrfTokens;

  SessionController(
      SignIn signIn,
      Users users,
      Sessions sessions,
      Ground ground,
      DemoAccounts demo,
      CookieCsrfTokenRepository csrfTokens) {
    this.signIn = signIn;
    this.users = users;
    this.sessions = sessions;
    this.ground = ground;
    this.demo = demo;
    this.csrfTokens = csrfTokens;
  }

  record SignInRequest(
      @NotNull @Size(min = 1, max = 200) String login,
      @NotNull @Size(min = 1, max = 1000) String password) {}

  record PasswordRequest(
      @NotNull @Size(min = 1, max = 1000) String current,
      @NotNull @Size(min = 1, max = 1000) @JsonProperty("new") String newPassword) {}

  record SessionUser(
      long id, String login, String name, List<RoleView> roles, @Nullable Long workerId) {}

  record SessionView(@Nullable SessionUser user, List<DemoAccounts.DemoAccount> demoAccounts) {}

  @GetMapping
  ResponseEntity<SessionView> current() {
    SessionUser user = CurrentCaller.find().map(this::describe).orElse(null);
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(new SessionView(user, demo.list()));
  }

  private SessionUser describe(Caller caller) {
    return new SessionUser(
        caller.userId(),
        caller.login(),
        caller.name(),
        ground.describe(caller.grants()),
        ground.findWorker(caller.userId()).orElse(null));
  }

  @PostMapping
  SessionView signIn(
      @Valid @RequestBody SignInRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignIn.SignedIn signedIn =
        signIn.attempt(body.login(), body.password(), request.getRemoteAddr());
    sessions.begin(request, signedIn);
    csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
    return new SessionView(describe(signedIn.caller()), demo.list());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request) {
    sessions.end(request);
  }

  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(
      @Valid @RequestBody PasswordRequest body, Caller caller, HttpServletRequest request) {
    signIn.attempt(caller.login(), body.current(), request.getRemoteAddr());
    users.setPassword(caller.userId(), body.newPassword(), caller.actor());
    sessions.renew(request, users.credentialsVersion(caller.userId()));
  }
}
