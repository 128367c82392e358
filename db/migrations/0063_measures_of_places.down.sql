alter table measure_freeze drop column places;

delete from leaf_measure l using leaf_measure f
 where f.agency_id = l.agency_id and f.year = l.year and f.leaf_code = l.leaf_code and f.place < l.place;
alter table leaf_measure drop constraint leaf_measure_pkey;
alter table leaf_measure drop column place;
alter table leaf_measure add primary key (agency_id, year, leaf_code);
