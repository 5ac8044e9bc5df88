package org.gridward.shared.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.util.WebUtils;

/** A body that is a file: who reads it sets the limit. */
public final class LongBody {

  private LongBody() {}

  /** All of the body, as long as nobody has begun to read it. */
  public static InputStream of(HttpServletRequest request) throws IOException {
    BodyLimit.Limited limited = WebUtils.getNativeRequest(request, BodyLimit.Limited.class);
    ServletRequest whole = limited == null ? request : limited.getRequest();
    return whole.getInputStream();
  }
}
