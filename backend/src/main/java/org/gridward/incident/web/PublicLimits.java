package org.gridward.incident.web;

import org.gridward.shared.web.UseLimit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** How often one address may report, upload and look up without an account. */
@Component
@EnableConfigurationProperties(PublicLimits.Settings.class)
class PublicLimits {

  /** Uses in ten minutes, per address. */
  @ConfigurationProperties("gridward.public-limits")
  record Settings(
      @DefaultValue("20") int reports,
      @DefaultValue("60") int uploads,
      @DefaultValue("300") int lookups) {}

  private final UseLimit reports;
  private final UseLimit uploads;
  private final UseLimit lookups;

  PublicLimits(Settings settings) {
    this.reports = new UseLimit(settings.reports());
    this.uploads = new UseLimit(settings.uploads());
    this.lookups = new UseLimit(settings.lookups());
  }

  void countReport(String address) {
    reports.count(address);
  }

  void countUpload(String address) {
    uploads.count(address);
  }

  void countLookup(String address) {
    lookups.count(address);
  }
}
