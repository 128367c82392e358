-- A year of reports is some ten thousand submissions; the grid and the badge of every page count them. One row a cell keeps what
-- the counting needs, renewed with every handing in and every return.

create table report_cell (
  agency_id text not null,
  year integer not null,
  duty_id text not null,
  period_key text not null,
  plain_units text,
  list_name text,
  plain_days text,
  day_counts text,
  others text,
  primary key (agency_id, year, duty_id, period_key),
  constraint report_cell_duty foreign key (agency_id, duty_id) references report_duty (agency_id, duty_id)
);

comment on table report_cell is 'What units handed in of one period of a duty, packed for counting; follows report_submission';
comment on column report_cell.plain_units is 'Units whose report was handed in and never returned, by unit_id, parted by commas';
comment on column report_cell.list_name is 'md5 of plain_units: of hundreds of cells with the same units the list is told once';
comment on column report_cell.plain_days is 'Days after 2000-01-01 on which they first handed in, in the same order';
comment on column report_cell.day_counts is 'The same days, each once, with how many first handed in on it: "9820:12,9821:3"';
comment on column report_cell.others is 'The other reports that were handed in or returned, a line each';

insert into report_cell (agency_id, year, duty_id, period_key, plain_units, list_name, plain_days, day_counts, others)
select s.agency_id, s.year, s.duty_id, s.period_key,
       string_agg(s.unit_id, ',' order by s.unit_id) filter (where s.state = 'handed-in' and s.return_count = 0),
       md5(string_agg(s.unit_id, ',' order by s.unit_id) filter (where s.state = 'handed-in' and s.return_count = 0)),
       string_agg((s.first_handed_in_on - date '2000-01-01')::text, ',' order by s.unit_id)
         filter (where s.state = 'handed-in' and s.return_count = 0),
       (select string_agg(day || ':' || reports, ',' order by day)
          from (select d.first_handed_in_on - date '2000-01-01' as day, count(*) as reports from report_submission d
                 where d.agency_id = s.agency_id and d.year = s.year and d.duty_id = s.duty_id
                   and d.period_key = s.period_key and d.state = 'handed-in' and d.return_count = 0 group by 1) days),
       string_agg(s.unit_id || '|' || s.state || '|' || coalesce(s.first_handed_in_on::text, '') || '|' ||
         coalesce(s.last_handed_in_on::text, '') || '|' || coalesce(s.again_by::text, '') || '|' || s.hand_in_count || '|' ||
         s.return_count, E'\n' order by s.unit_id) filter (where not (s.state = 'handed-in' and s.return_count = 0))
  from report_submission s
 where s.state <> 'draft'
 group by s.agency_id, s.year, s.duty_id, s.period_key;
