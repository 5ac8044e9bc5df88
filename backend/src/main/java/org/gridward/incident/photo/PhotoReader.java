package org.gridward.incident.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes a {@link Photo} of an uploaded file. The type is told by the content; the size is read
 * before anything is decoded; what is kept is drawn anew, so that nothing of the file but its
 * pixels (no place, no camera, no hidden payload) survives. Two files at a time, so that memory is
 * bounded.
 */
@Component
class PhotoReader {

  /** A phone's largest photos; more only asks for memory. */
  static final long MAX_PIXELS = 50_000_000;

  static final int MAX_EDGE = 2560;
  static final int THUMBNAIL_EDGE = 320;
  private static final float QUALITY = 0.85f;

  private final Semaphore places = new Semaphore(2);

  /**
   * @throws PhotoRejected when it is no photo, damaged or too large
   */
  Photo read(byte[] file) {
    String format = format(file);
    places.acquireUninterruptibly();
    try {
      BufferedImage full =
          upright(decode(file, format), format.equals("png") ? 1 : Orientation.of(file));
      BufferedImage kept = fit(full, MAX_EDGE);
      return new Photo(
          kept.getWidth(), kept.getHeight(), encode(kept), encode(fit(kept, THUMBNAIL_EDGE)));
    } finally {
      places.release();
    }
  }

  private static String format(byte[] file) {
    if (startsWith(file, 0xff, 0xd8, 0xff)) {
      return "jpeg";
    }
    if (startsWith(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return "png";
    }
    throw PhotoRejected.notAPhoto();
  }

  private static boolean startsWith(byte[] file, int... magic) {
    if (file.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((file[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static BufferedImage decode(byte[] file, String format) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, true, true);
      return decode(reader);
    } catch (PhotoRejected e) {
      throw e;
    } catch (IOException | RuntimeException e) { // the codecs throw anything on bad input
      throw PhotoRejected.damaged();
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage decode(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MAX_PIXELS) {
      throw PhotoRejected.tooManyPixels(width, height, MAX_PIXELS);
    }
    AtomicBoolean cutOff = new AtomicBoolean();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
            cutOff.set(true);
          }
        });
    ImageReadParam parameters = reader.getDefaultReadParam();
    int step = Math.max(1, Math.max(width, height) / MAX_EDGE);
    parameters.setSourceSubsampling(step, step, 0, 0);
    BufferedImage image = reader.read(0, parameters);
    if (cutOff.get()) {
      throw PhotoRejected.damaged();
    }
    return image;
  }

  private static BufferedImage upright(BufferedImage image, int orientation) {
    AffineTransform turn = Orientation.upright(orientation, image.getWidth(), image.getHeight());
    boolean lies = Orientation.lies(orientation);
    return draw(
        image,
        lies ? image.getHeight() : image.getWidth(),
        lies ? image.getWidth() : image.getHeight(),
        turn);
  }

  /** Halves until near, then scales: one step alone would skip pixels. */
  private static BufferedImage fit(BufferedImage image, int maxEdge) {
    BufferedImage current = image;
    int edge = Math.max(image.getWidth(), image.getHeight());
    while (edge > maxEdge) {
      double factor = Math.max(0.5, (double) maxEdge / edge);
      current =
          draw(
              current,
              Math.max(1, (int) Math.round(current.getWidth() * factor)),
              Math.max(1, (int) Math.round(current.getHeight() * factor)),
              AffineTransform.getScaleInstance(factor, factor));
      edge = Math.max(current.getWidth(), current.getHeight());
    }
    return current;
  }

  private static BufferedImage draw(
      BufferedImage image, int width, int height, AffineTransform transform) {
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(image, transform, null);
    graphics.dispose();
    return canvas;
  }

  private static byte[] encode(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
