-- A duplicate of another incident stands at a stage of its own; the other one's state counts for it. Its reports and photos stay
-- with it. closed_at, outcome and merged_by say when, why and by whom; merged_from is where it stood.
alter table incident
  add column duplicate_of uuid references incident check (duplicate_of <> id),
  add column merged_from  text,
  add column merged_by    text,                 -- an actor: 'user:12'
  drop constraint incident_stage_check,
  add constraint incident_stage_check check (stage in
    ('COLLECTED', 'FILED', 'DISPATCHED', 'HANDLING', 'FED_BACK', 'CLOSED', 'EVALUATED', 'DISMISSED', 'MERGED')),
  add constraint incident_merged_check check ((stage = 'MERGED') = (duplicate_of is not null)
                                              and num_nulls(duplicate_of, merged_from, merged_by) in (0, 3));
create index incident_duplicate on incident (duplicate_of) where duplicate_of is not null;

drop index incident_queue;
drop index incident_open;
create index incident_queue on incident (coalesce(due_at, reported_at), id)
  where stage not in ('CLOSED', 'EVALUATED', 'DISMISSED', 'MERGED');
create index incident_open on incident (area_path, coalesce(due_at, reported_at), id)
  where stage not in ('CLOSED', 'EVALUATED', 'DISMISSED', 'MERGED');
