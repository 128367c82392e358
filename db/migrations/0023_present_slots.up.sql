-- Slots of absent values are not looked up by their key: they are left out of the indexes, which most records then pass by.
-- Sums change with every record: room in their pages keeps a change within its page.

drop index register_record_t1;
drop index register_record_t2;
drop index register_record_t3;
drop index register_record_d1;
drop index register_record_d2;
drop index register_record_d3;
drop index register_record_n1;
drop index register_record_n2;
drop index register_record_n3;
drop index register_record_n4;
create index register_record_t1 on register_record (agency_id, register_key, t1, record_id) where t1 < chr(1114111) and deleted_at is null;
create index register_record_t2 on register_record (agency_id, register_key, t2, record_id) where t2 < chr(1114111) and deleted_at is null;
create index register_record_t3 on register_record (agency_id, register_key, t3, record_id) where t3 < chr(1114111) and deleted_at is null;
create index register_record_d1 on register_record (agency_id, register_key, d1, record_id) where d1 < 'infinity' and deleted_at is null;
create index register_record_d2 on register_record (agency_id, register_key, d2, record_id) where d2 < 'infinity' and deleted_at is null;
create index register_record_d3 on register_record (agency_id, register_key, d3, record_id) where d3 < 'infinity' and deleted_at is null;
create index register_record_n1 on register_record (agency_id, register_key, n1, record_id) where n1 < 'NaN' and deleted_at is null;
create index register_record_n2 on register_record (agency_id, register_key, n2, record_id) where n2 < 'NaN' and deleted_at is null;
create index register_record_n3 on register_record (agency_id, register_key, n3, record_id) where n3 < 'NaN' and deleted_at is null;
create index register_record_n4 on register_record (agency_id, register_key, n4, record_id) where n4 < 'NaN' and deleted_at is null;
alter table register_tally set (fillfactor = 50);
