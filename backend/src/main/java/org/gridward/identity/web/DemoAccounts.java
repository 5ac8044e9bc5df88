package org.gridward.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The accounts of the demonstration, for its sign-in page; there are none anywhere else. */
@Component
class DemoAccounts {

  private final List<DemoAccount> accounts;

  /** One account, as configured under {@code gridward.demo.accounts}. */
  record DemoAccount(String login, String password, @Nullable String role, @Nullable String name) {}

  DemoAccounts(Environment environment) {
    boolean demo = environment.getProperty("gridward.demo", Boolean.class, false);
    this.accounts =
        demo
            ? Binder.get(environment)
                .bind("gridward.demo.accounts", Bindable.listOf(DemoAccount.class))
                .orElse(List.of())
            : List.of();
  }

  List<DemoAccount> list() {
    return accounts;
  }
}
