package org.gridward.shared.web;

import org.locationtech.jts.geom.Geometry;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Requests are read strictly: an unknown property, a number sent as text, a second value for one
 * key, or a text that cannot be stored is a mistake to be told, not to be guessed around. Inside
 * the server the usual mapper stays lenient, so that newer journal entries can be read.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

  @Bean
  JacksonModule geometryModule() {
    return new SimpleModule("gridward-geometry")
        .addSerializer(Geometry.class, new GeoJsonSerializer());
  }

  @Bean
  ServerHttpMessageConvertersCustomizer strictRequests(JsonMapper mapper) {
    JsonMapper strict =
        mapper
            .rebuild()
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfigDefaults(
                coercion ->
                    coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .addModule(
                new SimpleModule("gridward-text").addDeserializer(String.class, new StorableText()))
            .build();
    return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
  }

  /** Refuses U+0000 and halves of characters, which PostgreSQL cannot keep. */
  static final class StorableText extends StdScalarDeserializer<String> {
    StorableText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.currentToken().isScalarValue()
          || parser.currentToken() != tools.jackson.core.JsonToken.VALUE_STRING) {
        return (String) context.handleUnexpectedToken(String.class, parser);
      }
      String text = parser.getString();
      if (!isStorable(text)) {
        return context.reportInputMismatch(String.class, "text that cannot be kept");
      }
      return text;
    }

    private static boolean isStorable(String text) {
      for (int i = 0; i < text.length(); ) {
        int codePoint = text.codePointAt(i);
        if (codePoint == 0
            || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
          return false;
        }
        i += Character.charCount(codePoint);
      }
      return true;
    }
  }
}
