-- What a finished task wrote into the record that it carries out.

alter table task_record add column written jsonb;
comment on column task_record.written is 'Fields and step that were written into the record when its tasks were done: taken back when one is opened again';
