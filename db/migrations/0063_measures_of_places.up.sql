-- A rule with several places (events, parts, levels) is fed by several measures, each tied by itself.

alter table leaf_measure add column place int not null default -1;
alter table leaf_measure alter column place drop default;
alter table leaf_measure drop constraint leaf_measure_pkey;
alter table leaf_measure add primary key (agency_id, year, leaf_code, place);
comment on column leaf_measure.place is 'Place of the rule that the measure fills, from 0; -1: tied before places were, every measure that its source made for the leaf counts';

alter table measure_freeze add column places jsonb;
comment on column measure_freeze.places is 'Measures of a leaf whose rule has several places: place, measure, figures in all and by unit';
