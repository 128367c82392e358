-- The newest value of a unit in a month is one look into an index, however many records there are.

create index register_latest_by_unit on register_latest (agency_id, register_key, measure, unit_id, on_day, record_id);
