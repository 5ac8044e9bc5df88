-- When an incident ceased to be able to be late: fed back, or ended without that; null while somebody must still act, and for what
-- was handled before this column was there.
alter table incident add column handled_at timestamptz;

-- The last hours, for the wall's trends.
create index incident_closed on incident (closed_at) where closed_at is not null;
create index incident_handled on incident (handled_at) where handled_at is not null;
create index assignment_accepted on assignment (accepted_at) where accepted_at is not null;
create index journal_entry_duty on journal_entry (at) where kind = 'duty.changed';

-- What a wall shows in turn, by id. The area bounds who sees the scene and who may change it; '' is the whole installation.
create table wall_scene (
  id         bigint generated always as identity primary key,
  name       text    not null,
  area_path  text collate "C" not null,
  west       double precision,                  -- degrees, EPSG:4326; all four or none (the whole area)
  south      double precision,
  east       double precision,
  north      double precision,
  tint       text    not null check (tint in ('LOAD', 'LATE', 'NONE')),
  seconds    integer not null check (seconds between 5 and 3600),
  version    integer not null default 0,
  check (num_nulls(west, south, east, north) in (0, 4))
);
create index wall_scene_area on wall_scene (area_path, id);

alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check
  check (role in ('OPERATOR', 'GRID_WORKER', 'LEADER', 'ADMINISTRATOR', 'WALL'));
