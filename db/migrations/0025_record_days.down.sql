drop table register_redating;
