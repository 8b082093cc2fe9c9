-- What editors made of a candidate, or of words that they chose themselves: from this the extractor is trained again. The last word
-- on a place counts; the events keep the others.
create table extraction_label (
    id          uuid        constraint extraction_label_pk primary key,
    piece_id    uuid        not null constraint extraction_label_piece_fk references piece (id),
    starts_at   integer     not null, -- in UTF-16 code units, as everywhere
    ends_at     integer     not null,
    verdict     text        not null constraint extraction_label_verdict_known check (verdict in ('ACCEPTED', 'REPORTED', 'REJECTED')),
    confidence  real        constraint extraction_label_confidence_range check (confidence between 0 and 1), -- null where no candidate was offered
    labelled_by text        not null,
    labelled_at timestamptz not null,
    constraint extraction_label_place_within_the_text check (starts_at >= 0 and ends_at > starts_at),
    constraint extraction_label_place_unique unique (piece_id, starts_at, ends_at)
);
grant select, insert, update on extraction_label to "${service}";
