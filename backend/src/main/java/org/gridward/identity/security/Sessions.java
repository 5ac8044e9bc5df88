package org.gridward.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.gridward.identity.Caller;
import org.gridward.identity.SessionEnded;
import org.gridward.identity.SignIn;
import org.gridward.identity.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions hold nothing but a user's id and which password they began with; what the user may do is
 * looked up (in memory) by every request. So a role taken away is gone with the next request, a new
 * password ends all sessions, and a new version of the program can read the sessions of the old.
 */
@Component
public class Sessions implements SecurityContextRepository {

  private static final String USER = "userId";
  private static final String CREDENTIALS = "credentialsVersion";

  private final Users users;

  private final ApplicationEventPublisher events;

  Sessions(Users users, ApplicationEventPublisher events) {
    this.users = users;
    this.events = events;
  }

  /** Begins a session under a new id; whatever session there was ends. */
  public void begin(HttpServletRequest request, SignIn.SignedIn signedIn) {
    end(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(USER, signedIn.caller().userId());
    session.setAttribute(CREDENTIALS, signedIn.credentialsVersion());
    SecurityContextHolder.setContext(context(signedIn.caller()));
  }

  /** Lets this session go on after its user has set a new password, under a new id. */
  public void renew(HttpServletRequest request, int credentialsVersion) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      request.changeSessionId();
      session.setAttribute(CREDENTIALS, credentialsVersion);
    }
  }

  /** Ends the session, if there is one. */
  public void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      String id = session.getId();
      session.invalidate();
      events.publishEvent(new SessionEnded(id));
    }
    SecurityContextHolder.clearContext();
  }

  private Optional<Caller> find(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(USER) instanceof Long userId
            && session.getAttribute(CREDENTIALS) instanceof Integer version
        ? users.findCaller(userId, version)
        : Optional.empty();
  }

  private static SecurityContext context(Caller caller) {
    return new SecurityContextImpl(new CallerAuthentication(caller, false));
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Lazy(request);
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // a session begins and ends only by begin() and end()
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return find(request).isPresent();
  }

  /** Looks only when somebody asks, so that files and open endpoints cost no session. */
  private final class Lazy implements DeferredSecurityContext {
    private final HttpServletRequest request;
    private @Nullable SecurityContext context;
    private boolean generated;

    Lazy(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (context == null) {
        Optional<Caller> caller = find(request);
        generated = caller.isEmpty();
        context = caller.map(Sessions::context).orElseGet(SecurityContextImpl::new);
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      get();
      return generated;
    }
  }
}
