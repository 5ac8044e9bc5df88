-- Every fix a worker's phone has sent while on duty, one partition a day (made ahead by the tracking module).
create table worker_position (
  worker_id  bigint      not null,
  at         timestamptz not null,              -- when the fix was taken, by the phone's clock
  received_at timestamptz not null,
  lon        double precision not null,
  lat        double precision not null,
  accuracy_metres real,
  heading_degrees real,
  speed_metres_per_second real,
  cell_id    bigint
) partition by range (received_at);
create index worker_position_worker on worker_position (worker_id, at desc);
create table worker_position_other partition of worker_position default;
