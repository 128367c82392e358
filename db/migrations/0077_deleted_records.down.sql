drop index register_record_deleted;
