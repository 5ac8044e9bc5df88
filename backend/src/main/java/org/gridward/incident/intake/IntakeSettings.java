package org.gridward.incident.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports are committed.
 *
 * @param committers transactions at the same time; more than two gain nothing on one disk
 * @param maxBatch reports in one transaction
 */
@ConfigurationProperties("gridward.intake")
public record IntakeSettings(
    @DefaultValue("2") int committers, @DefaultValue("128") int maxBatch) {}
