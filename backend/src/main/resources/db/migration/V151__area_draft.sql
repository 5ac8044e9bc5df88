-- Divisions that were thought through and kept, but not made.
create table area_draft (
  id        bigint generated always as identity primary key,
  name      text        not null,
  area_id   bigint      not null references area,
  area_path text collate "C" not null,
  ground    text        not null,               -- tells apart the boundaries it was made on
  wish      jsonb       not null,               -- {form, metres, cells, weight, since, until}
  today     jsonb,                              -- how the cells of then shared the weight, and their form; null where there were none
  proposed  jsonb       not null,               -- how the proposed ones do
  actor     text        not null,
  made_at   timestamptz not null
);
create index area_draft_area on area_draft (area_id, id);
create table area_draft_part (
  draft_id bigint  not null references area_draft on delete cascade,
  number   integer not null,                    -- in the order in which cells are numbered
  boundary geometry(MultiPolygon, 4326) not null,
  primary key (draft_id, number)
);
