-- Every published forecast stands in exactly one cell. What it stands for is computed by standing_of() alone, kept in
-- `standing`, and summed into `level_cell` (by topic, month and horizon) and `level_total` (the author's whole record). A change
-- subtracts the old standing and adds the new in the transaction that makes it, so that sums are exact and undone exactly.

create function standing_of(questions uuid[], at timestamptz)
    returns table (
        forecast_id uuid, question_id uuid, due_at timestamptz,
        author_id uuid, topic text, month date, horizon int, basis text, level int, phrase text, stance text, reference int,
        undated boolean, state text, hits int)
    language sql stable
as $$
    select forecast_id, question_id, due_at, author_id, topic, month, horizon, basis, level, phrase, stance, reference, undated, state,
           case when state = 'SCORED'
                and outcome = case when basis in ('STATED', 'WORDED') then 'YES' else stance end then 1 else 0 end as hits
    from (
        select f.id as forecast_id, q.id as question_id, q.due_at, f.author_id, q.outcome,
               coalesce(f.topics[1], '') as topic,
               date_trunc('month', q.due_at at time zone 'UTC')::date as month,
               case when q.due_on - f.made_on <= 30 then 30
                    when q.due_on - f.made_on <= 90 then 90
                    when q.due_on - f.made_on <= 365 then 365
                    else 9999 end as horizon, -- the upper bound in days; 9999: longer than a year
               f.basis, f.probability as level, f.phrase, f.stance, f.reference_probability as reference, f.undated,
               case when f.status = 'WITHDRAWN' then 'WITHDRAWN'
                    when f.basis = 'HEDGED' then 'HEDGED'
                    when exists (
                        select from forecast earlier
                        where earlier.question_id = f.question_id and earlier.author_id = f.author_id
                          and earlier.status = 'PUBLISHED' and earlier.basis <> 'HEDGED'
                          and (earlier.made_on, earlier.id) < (f.made_on, f.id)) then 'REVISION'
                    when q.outcome is null then 'UNRESOLVED'
                    when q.due_at > at then 'PROVISIONAL'
                    when q.outcome = 'VOID' then 'VOID'
                    else 'SCORED' end as state
        from forecast f join question q on q.id = f.question_id
        where f.question_id = any (questions) and f.status <> 'DRAFT'
    ) counted
$$;

create table standing (
    forecast_id uuid        constraint standing_pk primary key constraint standing_forecast_fk references forecast,
    question_id uuid        not null,
    due_at      timestamptz not null,
    author_id   uuid        not null,
    topic       text        not null,
    month       date        not null,
    horizon     int         not null,
    basis       text        not null,
    level       int,
    phrase      text,
    stance      text,
    reference   int,
    undated     boolean     not null,
    state       text        not null constraint standing_state_known
                            check (state in ('SCORED', 'PROVISIONAL', 'UNRESOLVED', 'VOID', 'HEDGED', 'REVISION', 'WITHDRAWN')),
    hits        int         not null constraint standing_hits_zero_or_one check (hits in (0, 1))
);
create index standing_by_question on standing (question_id);
create index standing_provisional_by_due on standing (due_at, question_id) where state = 'PROVISIONAL';
grant select, insert, update, delete on standing to "${service}";

create table level_cell (
    author_id uuid    not null constraint level_cell_author_fk references author,
    topic     text    not null,
    month     date    not null,
    horizon   int     not null,
    basis     text    not null,
    level     int,
    phrase    text,
    stance    text,
    reference int,
    undated   boolean not null,
    state     text    not null,
    n         bigint  not null,
    hits      bigint  not null,
    constraint level_cell_unique unique nulls not distinct
        (author_id, topic, month, horizon, basis, level, phrase, stance, reference, undated, state)
);
create index level_cell_by_topic on level_cell (topic, author_id);
grant select, insert, update, delete on level_cell to "${service}";

create table level_total (
    author_id uuid    not null constraint level_total_author_fk references author,
    basis     text    not null,
    level     int,
    phrase    text,
    stance    text,
    reference int,
    undated   boolean not null,
    state     text    not null,
    n         bigint  not null,
    hits      bigint  not null,
    constraint level_total_unique unique nulls not distinct
        (author_id, basis, level, phrase, stance, reference, undated, state)
);
grant select, insert, update, delete on level_total to "${service}";

-- A check constraint would look at the difference that an upsert proposes, not at the sum that comes of it.
create function refuse_impossible_sum() returns trigger language plpgsql as $$
begin
    raise exception 'a cell cannot hold % hits of % forecasts', new.hits, new.n;
end $$;
create constraint trigger level_cell_possible after insert or update on level_cell
    for each row when (new.hits < 0 or new.hits > new.n) execute function refuse_impossible_sum();
create constraint trigger level_total_possible after insert or update on level_total
    for each row when (new.hits < 0 or new.hits > new.n) execute function refuse_impossible_sum();

-- What the last comparison of the sums with all forecasts found.
create table cell_check (
    only_row   boolean     constraint cell_check_pk primary key constraint cell_check_one_row check (only_row),
    checked_at timestamptz not null,
    forecasts  bigint      not null,
    cells      bigint      not null,
    differing  bigint      not null
);
grant select, insert, update on cell_check to "${service}";
