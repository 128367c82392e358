create function pg_temp.unpack_contributions(given text) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(jsonb_build_object('measure', part[1], 'onDay', part[2], 'unitId', coalesce(part[3], ''),
           'numerator', coalesce(nullif(part[4], ''), '0'), 'denominator', coalesce(nullif(part[5], ''), '0'),
           'missing', coalesce(nullif(part[6], ''), '0'), 'turnsOn', nullif(part[7], ''),
           'value', replace(replace(replace(replace(replace(replace(replace(coalesce(part[8], ''), '%09', chr(9)),
             '%0A', chr(10)), '%0D', chr(13)), '%7C', '|'), '%3B', ';'), '%5C', '\'), '%25', '%')) order by place), '[]')
    from (select string_to_array(one, '|') as part, place
            from string_to_table(given, ';') with ordinality as list(one, place) where one <> '') parts
$$;
alter table register_record alter column contributions type jsonb using pg_temp.unpack_contributions(contributions);
drop function pg_temp.unpack_contributions(text);
