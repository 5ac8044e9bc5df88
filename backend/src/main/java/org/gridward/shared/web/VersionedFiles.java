package org.gridward.shared.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;

/**
 * Modules, styles and pictures at addresses with the {@linkplain PageFiles#version() version} of
 * this program: {@code /app/VERSION/…} and {@code /webjars/VERSION/…} never change, so a browser
 * keeps them. Modules import each other by relative addresses and stay under the version they came
 * from. Without a version the same files are there to be asked for each time.
 */
@Configuration(proxyBeanMethods = false)
class VersionedFiles implements WebMvcConfigurer {

  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final String ROOT = "classpath:/META-INF/resources/";

  private final PageFiles files;

  VersionedFiles(PageFiles files) {
    this.files = files;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/app/" + files.version() + "/**")
        .addResourceLocations(ROOT + "app/")
        .setCacheControl(FOR_EVER);
    registry
        .addResourceHandler("/webjars/" + files.version() + "/**")
        .addResourceLocations(ROOT + "webjars/")
        .setCacheControl(FOR_EVER)
        .resourceChain(true)
        .addResolver(new LiteWebJarsResourceResolver());
  }
}
