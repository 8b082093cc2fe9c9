-- What somebody without an account says is wrong on a page of ours. Of the private link only a hash is kept: 256 random bits, so
-- that a plain SHA-256 cannot be guessed back.
create table mistake_report (
    id          uuid        constraint mistake_report_pk primary key,
    about_kind  text        not null constraint mistake_report_about_kind_known check (about_kind in ('AUTHOR', 'PIECE', 'FORECAST', 'QUESTION')),
    about_id    uuid        not null,
    about_slug  text,       -- of those whose address has one
    message     text        not null constraint mistake_report_message_length check (length(message) between 1 and 4000),
    email       text        constraint mistake_report_email_length check (length(email) <= 254),
    link_hash   text        not null constraint mistake_report_link_unique unique
                            constraint mistake_report_link_hash_form check (link_hash ~ '^[0-9a-f]{64}$'),
    created_at  timestamptz not null,
    due_on      date        not null, -- the last day for an answer, UTC
    status      text        not null constraint mistake_report_status_known check (status in ('OPEN', 'ACCEPTED', 'DECLINED')),
    answer      text        constraint mistake_report_answer_length check (length(answer) between 1 and 4000),
    decided_by  text,
    decided_at  timestamptz,
    constraint mistake_report_about_slug_where_it_has_one check ((about_kind in ('AUTHOR', 'PIECE')) = (about_slug is not null)),
    constraint mistake_report_decided_by_somebody_with_an_answer check (num_nulls(answer, decided_by, decided_at) = case status when 'OPEN' then 3 else 0 end)
);
create index mistake_report_by_due_date on mistake_report (due_on, id);
create index mistake_report_by_status on mistake_report (status, due_on, id);
grant select, insert, update on mistake_report to "${service}";

-- Who reports how often, forgotten after an hour: apart from the reports, so that none says where it came from.
create table mistake_report_sender (
    address  text          constraint mistake_report_sender_pk primary key,
    sent     timestamptz[] not null, -- within the last hour
    last_at  timestamptz   not null
);
create index mistake_report_sender_by_time on mistake_report_sender (last_at);
grant select, insert, update, delete on mistake_report_sender to "${service}";

-- For admins who look up what an account did, or when something of a kind happened
create index event_by_actor on event (actor, id);
create index event_by_kind on event (kind, id);
