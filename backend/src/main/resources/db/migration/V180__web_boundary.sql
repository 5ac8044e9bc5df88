-- The same shapes in metres of Web Mercator, for tiles: what each tile would otherwise work out again.
-- Beyond 85.06 degrees that projection has no ground.
alter table area_boundary add column web geometry(Geometry, 3857) not null generated always as (
  ST_Transform(
    case when ST_YMax(boundary) <= 85.06 and ST_YMin(boundary) >= -85.06 then boundary
         else ST_ClipByBox2D(boundary, ST_MakeEnvelope(-180, -85.06, 180, 85.06, 4326)::box2d) end,
    3857)) stored;
create index area_boundary_web on area_boundary using gist (web) where valid_until is null;
