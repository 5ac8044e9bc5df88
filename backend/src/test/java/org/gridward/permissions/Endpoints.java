package org.gridward.permissions;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every request mapping that the server has registered. */
@Component
@Lazy
class Endpoints {

  private final RequestMappingHandlerMapping mappings;

  Endpoints(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  record Endpoint(String method, String pattern, HandlerMethod handler) {

    String key() {
      return method + " " + pattern;
    }

    /** The type of the JSON body, or null when there is none. */
    Class<?> body() {
      for (MethodParameter parameter : handler.getMethodParameters()) {
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
          return parameter.getParameterType();
        }
      }
      return null;
    }
  }

  List<Endpoint> list() {
    List<Endpoint> all = new ArrayList<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              for (String pattern : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                  all.add(new Endpoint(method.name(), pattern, handler));
                }
              }
            });
    return all.stream().sorted(java.util.Comparator.comparing(Endpoint::key)).toList();
  }
}
