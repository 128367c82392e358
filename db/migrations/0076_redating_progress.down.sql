alter table register_redating drop column done;
