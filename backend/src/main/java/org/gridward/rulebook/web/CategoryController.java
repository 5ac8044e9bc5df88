package org.gridward.rulebook.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.rulebook.Catalogue;
import org.gridward.rulebook.Category;
import org.gridward.rulebook.CategoryRejected;
import org.gridward.rulebook.CategoryTerms;
import org.gridward.rulebook.Severity;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue: docs/api/rulebook.md. */
@RestController
class CategoryController {

  private final Catalogue catalogue;

  CategoryController(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  record CategoryView(
      String code,
      int version,
      Map<String, String> names,
      Severity severity,
      boolean autoFile,
      @Nullable String requiredSkill,
      long acceptWithinSeconds,
      long handleWithinSeconds) {

    static CategoryView of(Category category) {
      return new CategoryView(
          category.code(),
          category.version(),
          category.names(),
          category.severity(),
          category.autoFile(),
          category.requiredSkill(),
          category.acceptWithin().toSeconds(),
          category.handleWithin().toSeconds());
    }
  }

  record CategoryList(List<CategoryView> items, @Nullable String next) {}

  record CategoryBody(
      @Nullable Map<String, @Nullable String> names,
      @Nullable Severity severity,
      @Nullable Boolean autoFile,
      @Nullable String requiredSkill,
      @Nullable Long acceptWithinSeconds,
      @Nullable Long handleWithinSeconds) {

    CategoryTerms terms() {
      return new CategoryTerms(
          allNames(),
          given("severity", severity),
          given("autoFile", autoFile),
          requiredSkill,
          Duration.ofSeconds(given("acceptWithinSeconds", acceptWithinSeconds)),
          Duration.ofSeconds(given("handleWithinSeconds", handleWithinSeconds)));
    }

    private Map<String, String> allNames() {
      Map<String, String> all = new java.util.HashMap<>();
      given("names", names).forEach((tag, name) -> all.put(tag, name == null ? "" : name));
      return all;
    }

    private static <T> T given(String field, @Nullable T value) {
      if (value == null) {
        throw new CategoryRejected(field, field + " is missing");
      }
      return value;
    }
  }

  @GetMapping("/api/categories")
  CategoryList list() {
    return new CategoryList(catalogue.list().stream().map(CategoryView::of).toList(), null);
  }

  @PutMapping("/api/categories/{code}")
  CategoryView publish(
      Caller caller, @PathVariable String code, @RequestBody CategoryBody category) {
    caller.require(AreaPath.ROOT, Role.ADMINISTRATOR);
    return CategoryView.of(catalogue.publish(code, category.terms(), caller.actor()));
  }

  @DeleteMapping("/api/categories/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(Caller caller, @PathVariable String code) {
    caller.require(AreaPath.ROOT, Role.ADMINISTRATOR);
    catalogue.retire(code, caller.actor());
  }
}
