package org.gridward.streets.tool;

/** Why no street network could be made, in one sentence with the way out. */
final class NotPossible extends RuntimeException {

  NotPossible(String message) {
    super(message);
  }

  /** Puts an unforeseen failure in words. */
  static NotPossible of(Throwable failure, String folder) {
    StringBuilder story = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      story.append(at.getMessage()).append(' ');
    }
    if (story.toString().contains("No space left")) {
      return new NotPossible("The disk of %s is full: free space and try again.".formatted(folder));
    }
    return new NotPossible(
        "The street network could not be made (%s); the one before is still in place."
            .formatted(story.toString().strip()));
  }
}
