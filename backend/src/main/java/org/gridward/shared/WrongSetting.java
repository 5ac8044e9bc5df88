package org.gridward.shared;

/**
 * The installation has a setting that cannot be; the start ends with this message, one sentence
 * that names the setting as it stands in the environment, shows its value and how it is written.
 * Never shows a secret.
 */
public final class WrongSetting extends IllegalArgumentException {

  public WrongSetting(String message) {
    super(message);
  }
}
