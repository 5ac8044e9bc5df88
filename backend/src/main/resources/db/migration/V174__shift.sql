-- What those who go off leave for those who come. The area bounds who reads it; '' is the whole installation.
create table shift_note (
  id         bigint generated always as identity primary key,
  area_path  text collate "C" not null,
  written_by bigint      not null,              -- an app_user
  note       text        not null,
  written_at timestamptz not null
);
create index shift_note_time on shift_note (written_at desc);
