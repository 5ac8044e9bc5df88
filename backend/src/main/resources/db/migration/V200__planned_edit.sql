-- Edits of the division that are agreed on and made by themselves when their day has come.
create table planned_edit (
  id           bigint generated always as identity primary key,
  kind         text        not null,
  area_path    text collate "C" not null,
  template     jsonb       not null,            -- what the areas that it creates have in common
  edited       bigint[]    not null,            -- the boundaries (area_boundary) that have the ground until then
  effective_at timestamptz not null,
  actor        text        not null,
  made_at      timestamptz not null,
  refused      text                             -- why it was not made on its day; null while it waits
);
create index planned_edit_area on planned_edit (area_path, id);
create table planned_edit_change (
  planned_edit_id bigint  not null references planned_edit on delete cascade,
  number          integer not null,
  area_id         bigint  references area,      -- null for one that it creates
  code            text    not null,
  change          text    not null,
  before          bigint  references area_boundary, -- what is in force until then; null where nothing is
  boundary        geometry(MultiPolygon, 4326), -- its ground afterwards; null when it is retired
  primary key (planned_edit_id, number)
);
