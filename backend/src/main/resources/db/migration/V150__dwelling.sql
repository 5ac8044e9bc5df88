-- Where people live: how many households and people at which point, from the files of a register or a census.
create table dwelling (
  source     text collate "C" not null,         -- the file they came from
  code       text collate "C" not null,         -- what a row is known by there: its point, or the cell it counts for
  part       integer not null,                  -- 0 for a point; a cell's count is spread over points in it, numbered
  location   geometry(Point, 4326) not null,
  households integer not null check (households >= 0),
  people     integer not null check (people >= 0),
  primary key (source, code, part)
);
create index dwelling_location on dwelling using gist (location);
