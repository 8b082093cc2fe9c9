-- A claim that an editor took for a forecast and could put no criteria to: kept with the reason, shown and counted with its author,
-- on no question, so never due and never scored. Its columns are those of a forecast's claim, so that it can become a draft again.
create table unresolvable_claim (
    id                    uuid        constraint unresolvable_claim_pk primary key,
    author_id             uuid        not null constraint unresolvable_claim_author_fk references author,
    piece_id              uuid        not null constraint unresolvable_claim_piece_fk references piece,
    quote                 text,
    quote_start           int,
    statement             text        not null,
    basis                 text        not null,
    probability           int,
    phrase                text,
    stance                text,
    odds                  text,
    stakes                text,
    condition             text,
    made_on               date        not null,
    undated               boolean     not null,
    topics                varchar[]   not null,
    reference_probability int,
    reference_source      text,
    reference_url         text,
    reference_on          date,
    draft_criteria        jsonb,
    reason                text        not null constraint unresolvable_claim_reason_length check (length(reason) between 1 and 2000),
    actor                 text        not null,
    created_at            timestamptz not null
);
create index unresolvable_claim_by_author on unresolvable_claim (author_id, id desc);
create index unresolvable_claim_by_piece on unresolvable_claim (piece_id);
grant select, insert, delete on unresolvable_claim to "${service}";
