package org.gridward.shared.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The addresses of the pages; the files come from map-web. */
@Controller
class Pages {

  @GetMapping("/")
  String resident() {
    return "forward:/pages/resident.html";
  }

  @GetMapping("/signin")
  String signIn() {
    return "forward:/pages/signin.html";
  }

  @GetMapping("/console")
  String console() {
    return "forward:/pages/console.html";
  }

  @GetMapping("/admin")
  String admin() {
    return "forward:/pages/admin.html";
  }

  @GetMapping("/wall")
  String wall() {
    return "forward:/pages/wall.html";
  }

  @GetMapping("/insight")
  String insight() {
    return "forward:/pages/insight.html";
  }

  @GetMapping("/shift")
  String shift() {
    return "forward:/pages/shift.html";
  }

  @GetMapping("/field")
  String field() {
    return "forward:/pages/field.html";
  }
}
