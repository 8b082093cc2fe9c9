-- Events that people name instead of a date ("before the midterms"), kept by editors. One row each time it takes place; the first
-- name is the event's, the others are what else it is called.
create table known_event (
    id           uuid        constraint known_event_pk primary key,
    name         text        not null constraint known_event_name_length check (length(name) between 3 and 120),
    other_names  varchar[]   not null,
    day          date        not null,
    source       text        not null constraint known_event_source_length check (length(source) between 1 and 500),
    created_at   timestamptz not null,
    constraint known_event_once_a_day unique (name, day)
);
create index known_event_by_day on known_event (day desc, id desc);
grant select, insert, update, delete on known_event to "${service}";

insert into known_event (id, name, other_names, day, source, created_at)
select gen_random_uuid(), name, other_names, cast(day as date), source, timestamptz '2025-12-11 00:00:00+00'
from (values
    ('midterms', '{midterm elections,midterm election,mid-terms,US midterms}', '2018-11-06', '2 U.S.C. § 7: the Tuesday after the first Monday of November in even years'),
    ('midterms', '{midterm elections,midterm election,mid-terms,US midterms}', '2022-11-08', '2 U.S.C. § 7'),
    ('midterms', '{midterm elections,midterm election,mid-terms,US midterms}', '2026-11-03', '2 U.S.C. § 7'),
    ('midterms', '{midterm elections,midterm election,mid-terms,US midterms}', '2030-11-05', '2 U.S.C. § 7'),
    ('US presidential election', '{American presidential election,US election,American election}', '2016-11-08', '3 U.S.C. § 1'),
    ('US presidential election', '{American presidential election,US election,American election}', '2020-11-03', '3 U.S.C. § 1'),
    ('US presidential election', '{American presidential election,US election,American election}', '2024-11-05', '3 U.S.C. § 1'),
    ('US presidential election', '{American presidential election,US election,American election}', '2028-11-07', '3 U.S.C. § 1'),
    ('US inauguration', '{Inauguration Day,presidential inauguration}', '2017-01-20', 'Twentieth Amendment to the Constitution of the United States'),
    ('US inauguration', '{Inauguration Day,presidential inauguration}', '2021-01-20', 'Twentieth Amendment'),
    ('US inauguration', '{Inauguration Day,presidential inauguration}', '2025-01-20', 'Twentieth Amendment'),
    ('US inauguration', '{Inauguration Day,presidential inauguration}', '2029-01-20', 'Twentieth Amendment'),
    ('Brexit referendum', '{EU referendum}', '2016-06-23', 'European Union Referendum Act 2015 and its regulations'),
    ('Brexit day', '{exit day}', '2019-03-29', 'Article 50 of the Treaty on European Union: two years after the notice of 29 March 2017; later put off'),
    ('Brexit day', '{exit day}', '2019-10-31', 'European Council Decision (EU) 2019/584; later put off'),
    ('Brexit day', '{exit day}', '2020-01-31', 'European Council Decision (EU) 2019/1810'),
    ('World Cup final', '{}', '2022-12-18', 'fifa.com'),
    ('World Cup final', '{}', '2026-07-19', 'fifa.com'),
    ('Paris Olympics', '{Paris Games}', '2024-08-11', 'olympics.com, the closing day'),
    ('Los Angeles Olympics', '{LA Olympics}', '2028-07-30', 'olympics.com, the closing day')
) as seed (name, names, day, source), lateral (select cast(names as varchar[]) as other_names) as parsed;
