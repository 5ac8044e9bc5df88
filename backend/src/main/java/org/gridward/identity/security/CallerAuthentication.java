package org.gridward.identity.security;

import java.util.List;
import org.gridward.identity.Caller;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A known caller, by session or by API key. Its name is the login. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

  private final transient Caller caller;
  private final boolean byApiKey;

  public CallerAuthentication(Caller caller, boolean byApiKey) {
    super(authorities(caller));
    this.caller = caller;
    this.byApiKey = byApiKey;
    setAuthenticated(true);
  }

  private static List<SimpleGrantedAuthority> authorities(Caller caller) {
    return caller.grants().stream()
        .map(grant -> new SimpleGrantedAuthority("ROLE_" + grant.role()))
        .distinct()
        .toList();
  }

  public boolean byApiKey() {
    return byApiKey;
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public String getName() {
    return caller.login();
  }

  @Override
  public Object getCredentials() {
    return "";
  }
}
