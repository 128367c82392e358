-- The list of deleted records read the whole register to find the few that are.

create index register_record_deleted on register_record (agency_id, register_key, record_id) where deleted_at is not null;
