drop index register_latest_by_unit;
