package org.gridward.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Modules, styles and pictures at addresses with the {@linkplain PageFiles#version() version} of
 * this program: {@code /app/VERSION/…} and {@code /webjars/VERSION/…} never change, so a browser
 * keeps them. Modules import each other by relative addresses and stay under the version they came
 * from. They are answered out of memory, compressed once, before anything asks who is there; the
 * same files without a version are there to be asked for each time.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class VersionedFiles extends OncePerRequestFilter {

  private static final String FOR_EVER = "max-age=31536000, public, immutable";
  private static final int WORTH_PACKING = (int) DataSize.ofKilobytes(1).toBytes();
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml");

  private record Packed(byte[] plain, Optional<byte[]> gzip) {}

  private final PageFiles files;
  private final Map<String, Packed> packed = new ConcurrentHashMap<>();

  VersionedFiles(PageFiles files) {
    this.files = files;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getServletPath();
    String marker = "/" + files.version() + "/";
    int at = path.indexOf(marker);
    String address = at < 0 ? "" : path.substring(0, at) + path.substring(at + marker.length() - 1);
    String type = TYPES.get(address.substring(address.lastIndexOf('.') + 1));
    boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    Optional<byte[]> file = read && type != null ? files.file(address) : Optional.empty();
    if (file.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Packed content = packed.computeIfAbsent(address, _ -> pack(file.get()));
    byte[] body = content.plain;
    if (content.gzip.isPresent()) {
      response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
      if (accepted(request).contains("gzip")) {
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        body = content.gzip.get();
      }
    }
    response.setContentType(type);
    response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String accepted(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_ENCODING)).orElse("");
  }

  private static Packed pack(byte[] plain) {
    if (plain.length < WORTH_PACKING) {
      return new Packed(plain, Optional.empty());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Packed(plain, Optional.of(bytes.toByteArray()));
  }
}
