-- Work at hand, not the record: what was offered in a piece, and how far its editors have come with each. What becomes of it stands
-- elsewhere: forecasts, claims that nobody can decide, labels.
create table desk_reading (
    piece_id  uuid        constraint desk_reading_pk primary key constraint desk_reading_piece_fk references piece,
    extractor text        not null, -- which one offered
    read_by   text        not null,
    read_at   timestamptz not null
);
grant select, insert, update on desk_reading to "${service}";

create table desk_card (
    id          uuid        constraint desk_card_pk primary key,
    piece_id    uuid        not null constraint desk_card_piece_fk references piece,
    starts_at   int         not null, -- where the words stand that were offered or chosen, in UTF-16 code units
    ends_at     int         not null,
    origin      text        not null constraint desk_card_origin_known check (origin in ('HIGH', 'MAYBE', 'OTHER', 'EDITOR')),
    status      text        not null constraint desk_card_status_known check (status in ('FOLDED', 'OPEN', 'PUBLISHED', 'REJECTED', 'REPORTED', 'UNRESOLVABLE')),
    offer       jsonb       not null, -- what the extractor said of it
    fields      jsonb       not null, -- the form as it was last typed
    refused     jsonb       not null default '[]', -- why it was not put on record when that was last tried
    forecast_id uuid        constraint desk_card_forecast_fk references forecast,
    version     int         not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    constraint desk_card_place_within_the_text check (starts_at >= 0 and ends_at > starts_at),
    constraint desk_card_published_is_a_forecast check ((status = 'PUBLISHED') = (forecast_id is not null))
);
create index desk_card_by_piece on desk_card (piece_id, starts_at, id);
create index desk_card_by_forecast on desk_card (forecast_id) where forecast_id is not null;
grant select, insert, update, delete on desk_card to "${service}";

-- A rejection that is taken back says nothing any more, and must train nothing
grant delete on extraction_label to "${service}";
