create extension if not exists postgis;
create extension if not exists btree_gist;

-- The kinds of area of this installation, from the widest (rank 0) to the cell.
create table area_type (
  code  text primary key,                       -- 'borough', 'neighbourhood', 'tract'; 'street', 'community', 'cell'
  names jsonb   not null,                       -- {"en": "Borough", "zh": "区"}
  rank  integer not null unique,
  cell  boolean not null default false
);
create unique index area_type_one_cell on area_type (cell) where cell;

create sequence area_seq;
create table area (
  id         bigint primary key,
  code       text collate "C" not null unique,
  type       text    not null references area_type,
  parent_id  bigint  references area,
  path       text collate "C" not null unique,  -- ids from the root, each followed by '/': '1/5/230/'
  names      jsonb   not null,
  cell       boolean not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  version    integer not null default 0
);
create index area_parent on area (parent_id);
create index area_path_prefix on area (path text_pattern_ops);

-- One row for every shape an area has had: in force from valid_from until just before valid_until.
create sequence area_boundary_seq increment by 50; -- handed out 50 at a time by Hibernate
create table area_boundary (
  id          bigint primary key,
  area_id     bigint not null references area,
  cell        boolean not null,
  boundary    geometry(MultiPolygon, 4326) not null,
  valid_from  timestamptz not null,
  valid_until timestamptz check (valid_until > valid_from),
  exclude using gist (area_id with =, tstzrange(valid_from, valid_until) with &&)
);
create index area_boundary_shape on area_boundary using gist (boundary);
create unique index area_boundary_current on area_boundary (area_id) where valid_until is null;

-- What an import has done so far, so that it can be resumed.
create table area_import (
  id           bigint generated always as identity primary key,
  file_name    text        not null,
  file_digest  bytea       not null,
  options      text        not null,            -- what the command said, in one canonical line
  effective_at timestamptz not null,
  next_feature bigint      not null default 0,
  started_at   timestamptz not null,
  finished_at  timestamptz,
  report       jsonb       not null
);
create unique index area_import_open on area_import (file_digest, options) where finished_at is null;
