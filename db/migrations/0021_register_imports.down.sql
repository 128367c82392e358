drop table register_column;
drop table register_import;
