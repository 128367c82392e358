-- How many records of a register were gone through while they are dated anew: people see how far it is.

alter table register_redating add column done integer not null default 0;
