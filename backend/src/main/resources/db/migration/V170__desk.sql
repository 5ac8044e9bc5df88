-- Filters of the queue that somebody keeps. `filter` is read by the desk module.
create table saved_filter (
  id         bigint      generated always as identity primary key,
  user_id    bigint      not null references app_user on delete cascade,
  name       text        not null,
  filter     jsonb       not null,
  created_at timestamptz not null,
  version    integer     not null default 0,
  unique (user_id, name)
);
