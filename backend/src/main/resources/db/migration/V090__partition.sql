-- An edit of areas by hand: what it changed, so that it can be undone.
create table area_edit (
  id           bigint generated always as identity primary key,
  kind         text        not null check (kind in ('SPLIT', 'MERGE', 'RESHAPE', 'REPAIR', 'UNDO')),
  area_path    text collate "C" not null,       -- under which the edited areas stand
  actor        text        not null,
  effective_at timestamptz not null,
  made_at      timestamptz not null,
  undone_by    bigint      references area_edit,
  changes      jsonb       not null             -- [{areaId, code, change, before, after}]: ids of area_boundary
);
create index area_edit_path on area_edit (area_path text_pattern_ops, id);
