package org.gridward.identity.security;

import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.gridward.identity.ApiKeys;
import org.gridward.identity.Role;
import org.gridward.shared.web.ExternalTiles;
import org.gridward.shared.web.PageFiles;
import org.gridward.shared.web.ProblemWriter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Deny by default: what {@link OpenPaths} does not name needs a caller, and what is no address of
 * ours is not there. Roles within areas are the controllers' concern.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

  /** One observation for a request is enough; another for each filter costs as much as its work. */
  @Bean
  SecurityObservationSettings observations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  CookieCsrfTokenRepository csrfTokens() {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
    return tokens;
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      Sessions sessions,
      ApiKeys keys,
      Refusals refusals,
      ProblemWriter problems,
      CookieCsrfTokenRepository csrfTokens,
      PageFiles pages,
      ExternalTiles external)
      throws Exception {
    return http.authorizeHttpRequests(SecurityConfiguration::rules)
        .securityContext(context -> context.securityContextRepository(sessions))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens)
                    .csrfTokenRequestHandler(new SpaCsrf())
                    .requireCsrfProtectionMatcher(SpaCsrf.changesByCookie()))
        .addFilterBefore(new ApiKeyFilter(keys, problems), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new WallCookieFilter(keys), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new WallBounds(problems), AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .headers(headers -> headers(headers, ContentSecurityPolicy.ofPages(pages, external)))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
        .permitAll()
        .requestMatchers(HttpMethod.GET, OpenPaths.READ.toArray(String[]::new))
        .permitAll()
        .requestMatchers(HttpMethod.HEAD, OpenPaths.READ.toArray(String[]::new))
        .permitAll()
        .requestMatchers(HttpMethod.POST, OpenPaths.POST.toArray(String[]::new))
        .permitAll()
        .requestMatchers(HttpMethod.DELETE, OpenPaths.DELETE.toArray(String[]::new))
        .permitAll()
        .requestMatchers("/actuator/prometheus")
        .access(fromHereOrAdministrator())
        .requestMatchers("/actuator/**")
        .hasRole(Role.ADMINISTRATOR.name())
        .requestMatchers("/api/**", "/ws", "/ws/**")
        .authenticated()
        .requestMatchers(OpenPaths.PAGES.toArray(String[]::new))
        .authenticated()
        .anyRequest()
        .denyAll();
  }

  private static AuthorizationManager<RequestAuthorizationContext> fromHereOrAdministrator() {
    return (authentication, context) ->
        new AuthorizationDecision(
            isLoopback(context.getRequest().getRemoteAddr())
                || authentication.get().getAuthorities().stream()
                    .anyMatch(a -> ("ROLE_" + Role.ADMINISTRATOR).equals(a.getAuthority())));
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers, String policy) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions ->
                permissions.policy("geolocation=(self), camera=(self), microphone=(), payment=()"))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .httpStrictTransportSecurity(
            hsts -> hsts.includeSubDomains(false).maxAgeInSeconds(31_536_000));
  }
}
