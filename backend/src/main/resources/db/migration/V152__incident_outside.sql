-- Open incidents in no cell, to be located again when cells come to be there.
create index incident_outside on incident (id)
  where placement = 'OUTSIDE' and stage not in ('CLOSED', 'EVALUATED', 'DISMISSED');
