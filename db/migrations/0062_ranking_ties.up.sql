-- How equal results share places: each province has its own way.

alter table index_year add column ties text not null default 'skip';
alter table index_year add constraint index_year_ties check (ties in ('skip', 'dense'));
comment on column index_year.ties is 'How equal results share places in the ranking: skip 1, 2, 2, 4; dense 1, 2, 2, 3';
