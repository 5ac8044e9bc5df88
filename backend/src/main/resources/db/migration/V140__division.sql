-- A division of an area into cells is an edit like the others.
alter table area_edit drop constraint area_edit_kind_check;
alter table area_edit add constraint area_edit_kind_check
  check (kind in ('SPLIT', 'MERGE', 'RESHAPE', 'REPAIR', 'DIVIDE', 'UNDO'));
