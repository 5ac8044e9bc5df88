-- The operator who has a case, and to whom it was escalated: those who hold escalated_role in an area that contains escalated_to.
alter table incident
  add column keeper         bigint,             -- an app_user; null: nobody in particular
  add column escalated_to   text collate "C",   -- an area path
  add column escalated_role text check (escalated_role in ('OPERATOR', 'LEADER')),
  add column escalated_rung integer,            -- how many rungs up, from 1
  add constraint incident_escalated_check check (num_nulls(escalated_to, escalated_role, escalated_rung) in (0, 3));
create index incident_keeper on incident (keeper) where keeper is not null;

-- The rungs by which cases are escalated, from the lowest. levelsUp counts from the cell: 1 is the area it stands in; a rung whose
-- people are those already asked is passed over. Versioned like the rules of dispatch.
create table escalation_rule (
  version    integer     primary key,
  rungs      jsonb       not null,
  valid_from timestamptz not null
);
insert into escalation_rule (version, rungs, valid_from)
values (1, '[{"levelsUp": 1, "role": "OPERATOR"}, {"levelsUp": 2, "role": "OPERATOR"}, {"levelsUp": 3, "role": "OPERATOR"},
             {"levelsUp": 1, "role": "LEADER"}, {"levelsUp": 2, "role": "LEADER"}, {"levelsUp": 10, "role": "LEADER"}]', now());
