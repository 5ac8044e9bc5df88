package org.gridward.shared;

import java.util.Map;

/**
 * A refusal that tells the caller what was wrong and how to get on. Modules extend these kinds by
 * names that state the fact ({@code CellsOverlap}). {@link #code()} is stable and is what screens
 * translate; {@link #getMessage()} is English prose that shows the value and the way out; {@link
 * #fields()} are its parts.
 */
public abstract sealed class Problem extends RuntimeException {

  private final String code;
  private final transient Map<String, Object> fields;

  private Problem(String code, String message, Map<String, Object> fields) {
    super(message, null, false, false);
    this.code = code;
    this.fields = Map.copyOf(fields);
  }

  public String code() {
    return code;
  }

  public Map<String, Object> fields() {
    return fields;
  }

  /** What was asked for does not exist, or the caller may not know that it does. 404. */
  public static non-sealed class NotFound extends Problem {
    public NotFound(String code, String message, Map<String, Object> fields) {
      super(code, message, fields);
    }
  }

  /** The request itself is wrong. 422. */
  public static non-sealed class Rejected extends Problem {
    public Rejected(String code, String message, Map<String, Object> fields) {
      super(code, message, fields);
    }
  }

  /** The request was right once, but the state has moved on. 409. */
  public static non-sealed class Conflict extends Problem {
    public Conflict(String code, String message, Map<String, Object> fields) {
      super(code, message, fields);
    }
  }

  /** The caller may not do this here. 403. */
  public static non-sealed class Forbidden extends Problem {
    public Forbidden(String code, String message, Map<String, Object> fields) {
      super(code, message, fields);
    }
  }

  /** It is not known who calls. 401. */
  public static non-sealed class Unauthenticated extends Problem {
    public Unauthenticated(String code, String message, Map<String, Object> fields) {
      super(code, message, fields);
    }
  }

  /** Too often; the message says when to try again. 429. */
  public static non-sealed class TooMany extends Problem {
    public TooMany(String code, String message, Map<String, Object> fields) {
      super(code, message, fields);
    }
  }

  /** Not yet: the server is still making ready what this needs; the message says when. 503. */
  public static non-sealed class NotReady extends Problem {
    public NotReady(String code, String message, Map<String, Object> fields) {
      super(code, message, fields);
    }
  }
}
