create table unit (
  id      bigint generated always as identity primary key,
  code    text collate "C" not null unique,
  names   jsonb  not null,
  area_id bigint
);

create table worker (
  id        bigint generated always as identity primary key,
  user_id   bigint  not null unique,
  unit_id   bigint  references unit,
  name      text    not null,
  rank      text,
  area_path text collate "C" not null,          -- the area the worker belongs to
  skills    text[]  not null default '{}',
  capacity  integer not null default 5 check (capacity > 0), -- assignments at the same time
  active    boolean not null default true,
  duty      text    not null default 'SCHEDULED' check (duty in ('ON', 'OFF', 'SCHEDULED')), -- by hand, or by shifts
  duty_changed_at timestamptz,
  told_on_duty boolean not null default false,  -- what duty.changed said last: by hand, or by the last shift's start or end
  version   integer not null default 0
);
create index worker_area on worker (area_path text_pattern_ops);

create table responsibility (
  id        bigint generated always as identity primary key,
  cell_id   bigint    not null,
  worker_id bigint    not null references worker,
  rank      text      not null check (rank in ('MAIN', 'BACKUP')),
  valid     tstzrange not null,
  exclude using gist (cell_id with =, rank with =, valid with &&) where (rank = 'MAIN'),
  exclude using gist (cell_id with =, worker_id with =, valid with &&)
);
create index responsibility_cell on responsibility (cell_id) where upper_inf(valid);
create index responsibility_worker on responsibility (worker_id) where upper_inf(valid);

create table duty_shift (
  id        bigint generated always as identity primary key,
  worker_id bigint    not null references worker,
  during    tstzrange not null check (not isempty(during)),
  exclude using gist (worker_id with =, during with &&)
);
create index duty_shift_during on duty_shift using gist (during);
