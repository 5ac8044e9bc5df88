package org.gridward.wall.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.shared.Problem;
import org.gridward.wall.WallScene;
import org.gridward.wall.WallScene.Facts;
import org.gridward.wall.WallScene.Tint;
import org.gridward.wall.WallScene.View;
import org.gridward.wall.WallScenes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The scenes of the caller's walls; changed by who runs the area. */
@RestController
class SceneController {

  private final WallScenes scenes;
  private final Areas areas;
  private final Scopes scopes;

  SceneController(WallScenes scenes, Areas areas, Scopes scopes) {
    this.scenes = scenes;
    this.areas = areas;
    this.scopes = scopes;
  }

  /**
   * What is sent.
   *
   * @param areaId 0 is the whole installation
   * @param view west, south, east, north in degrees; null for the whole area
   * @param version of the scene that is changed; not used for a new one
   */
  record SceneBody(
      @NotNull @Size(min = 1, max = 100) String name,
      @NotNull Long areaId,
      @Nullable @Size(min = 4, max = 4) List<@NotNull Double> view,
      @NotNull Tint tint,
      @NotNull @Min(5) @Max(3600) Integer seconds,
      @Nullable Integer version) {}

  /**
   * What is answered.
   *
   * @param box where the area lies; null without one
   */
  record SceneView(
      long id,
      String name,
      long areaId,
      @Nullable Map<String, String> areaNames,
      @Nullable List<Double> view,
      @Nullable List<Double> box,
      Tint tint,
      int seconds,
      int version) {}

  record SceneList(List<SceneView> items, @Nullable String next) {}

  @GetMapping("/api/wall/scenes")
  SceneList list(Caller caller) {
    return new SceneList(scenes.list(scopes.of(caller, 0)).stream().map(this::view).toList(), null);
  }

  @PostMapping("/api/wall/scenes")
  @ResponseStatus(HttpStatus.CREATED)
  SceneView create(Caller caller, @Valid @RequestBody SceneBody body) {
    return view(scenes.create(facts(caller, body), caller.actor()));
  }

  @PutMapping("/api/wall/scenes/{id}")
  SceneView update(Caller caller, @PathVariable long id, @Valid @RequestBody SceneBody body) {
    requireOwn(caller, id);
    Integer version = body.version();
    if (version == null) {
      throw new Problem.Rejected("version-missing", "version is missing", Map.of());
    }
    return view(scenes.update(id, facts(caller, body), version, caller.actor()));
  }

  @DeleteMapping("/api/wall/scenes/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Caller caller, @PathVariable long id) {
    requireOwn(caller, id);
    scenes.remove(id, caller.actor());
  }

  /** A scene elsewhere is as one that does not exist. */
  private void requireOwn(Caller caller, long id) {
    WallScene scene = scenes.get(id);
    if (!caller.sees(scene.area())) {
      throw new Problem.NotFound("scene-unknown", "there is no scene " + id, Map.of("id", id));
    }
    caller.require(scene.area(), Scopes.EDITORS);
  }

  private Facts facts(Caller caller, SceneBody body) {
    return new Facts(
        body.name().strip(),
        scopes.toEdit(caller, body.areaId()),
        viewOf(body.view()),
        body.tint(),
        body.seconds());
  }

  private static @Nullable View viewOf(@Nullable List<Double> sides) {
    if (sides == null) {
      return null;
    }
    try {
      return new View(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
    } catch (IllegalArgumentException e) {
      throw new Problem.Rejected(
          "view-malformed",
          "view must be west, south, east, north in degrees, such as [-74.1, 40.6, -73.9, 40.8]",
          Map.of("field", "view"));
    }
  }

  private SceneView view(WallScene scene) {
    long areaId = scene.area().isRoot() ? 0 : scene.area().ids().getLast();
    View view = scene.view();
    return new SceneView(
        scene.id(),
        scene.name(),
        areaId,
        areas.find(areaId).map(Area::names).orElse(null),
        view == null ? null : List.of(view.west(), view.south(), view.east(), view.north()),
        areas.findBox(areaId).map(SceneController::sides).orElse(null),
        scene.tint(),
        scene.seconds(),
        scene.version());
  }

  private static List<Double> sides(Envelope box) {
    return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }
}
