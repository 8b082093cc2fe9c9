-- Where what somebody is told is sent, too. The signing secret has to be known to sign; addresses of Slack and Discord are secrets
-- themselves: neither is shown again, or written to a log.
create table webhook (
    id              uuid        constraint webhook_pk primary key,
    account_id      uuid        not null constraint webhook_account_fk references account,
    url             text        not null constraint webhook_url_length check (length(url) between 1 and 2000),
    format          text        not null constraint webhook_format_known check (format in ('STANDARD', 'SLACK', 'DISCORD')),
    secret          text        not null,
    former_secret   text,        -- signs as well until then, so that the other side can change
    former_until    timestamptz,
    created_at      timestamptz not null,
    taken_at        timestamptz, -- the last one that was taken
    failing_since   timestamptz, -- the first one since then that was not
    last_error      text,
    off_at          timestamptz,
    off_because     text,
    constraint webhook_former_ends check ((former_secret is null) = (former_until is null)),
    constraint webhook_off_for_a_reason check ((off_at is null) = (off_because is null))
);
create index webhook_by_account on webhook (account_id, id);
grant select, insert, update, delete on webhook to "${service}";
