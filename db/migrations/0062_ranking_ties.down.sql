alter table index_year drop constraint index_year_ties;
alter table index_year drop column ties;
