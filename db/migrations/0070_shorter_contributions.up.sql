-- What a record adds to measures, in a form a quarter as long: most of an import's time went into writing it.
-- measure|day|unit|numerator|denominator|missing|turns on|value, zeros and what is empty at the end left out, joined by ";".

create function pg_temp.pack_contributions(given jsonb) returns text language sql immutable as $$
  select coalesce(string_agg(rtrim(concat_ws('|', one ->> 'measure', one ->> 'onDay', one ->> 'unitId',
           case one ->> 'numerator' when '0' then '' else one ->> 'numerator' end,
           case one ->> 'denominator' when '0' then '' else one ->> 'denominator' end,
           case one ->> 'missing' when '0' then '' else one ->> 'missing' end,
           coalesce(one ->> 'turnsOn', ''),
           replace(replace(replace(replace(replace(replace(replace(one ->> 'value', '%', '%25'), '\', '%5C'), ';', '%3B'),
             '|', '%7C'), chr(13), '%0D'), chr(10), '%0A'), chr(9), '%09')), '|'), ';' order by place), '')
    from jsonb_array_elements(given) with ordinality as list(one, place)
$$;
alter table register_record alter column contributions type text using pg_temp.pack_contributions(contributions);
drop function pg_temp.pack_contributions(jsonb);
