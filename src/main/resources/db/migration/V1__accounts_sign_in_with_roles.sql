-- Two roles: the one that runs migrations owns the schema; ${service} runs the service and gets, table by table, what it needs.
grant usage on schema public to "${service}";

create table account (
    id            uuid        constraint account_pk primary key,
    username      text        not null constraint account_username_unique unique
                              constraint account_username_form check (username ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    password_hash text        not null,
    email         text        constraint account_email_length check (length(email) <= 254),
    roles         varchar[]   not null constraint account_roles_known check (roles <@ cast(array ['admin', 'editor', 'reviewer'] as varchar[])),
    time_zone     text        not null,
    reminders     text        not null constraint account_reminders_known check (reminders in ('AT_ONCE', 'DAILY', 'NONE')),
    digest_at     time        not null,
    active        boolean     not null,
    created_at    timestamptz not null
);
grant select, insert, update on account to "${service}";
