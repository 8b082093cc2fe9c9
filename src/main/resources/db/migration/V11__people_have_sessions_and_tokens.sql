-- Only hashes of the secrets are kept: 256 random bits each, so that a plain SHA-256 cannot be guessed back.
create table session (
    id_hash       text        constraint session_pk primary key constraint session_id_hash_form check (id_hash ~ '^[0-9a-f]{64}$'),
    account_id    uuid        not null constraint session_account_fk references account,
    user_agent    text        not null constraint session_user_agent_length check (length(user_agent) <= 120),
    created_at    timestamptz not null,
    last_seen_at  timestamptz not null,
    idle_ends_at  timestamptz not null, -- moved on while the session is used
    ends_at       timestamptz not null, -- never moved
    constraint session_idle_end_not_after_its_end check (idle_ends_at <= ends_at)
);
create index session_by_account on session (account_id, last_seen_at desc);
create index session_by_end on session (idle_ends_at);
grant select, insert, update, delete on session to "${service}";

create table token (
    id           uuid        constraint token_pk primary key,
    account_id   uuid        not null constraint token_account_fk references account,
    name         text        not null constraint token_name_length check (length(name) between 1 and 100),
    hash         text        not null constraint token_hash_unique unique constraint token_hash_form check (hash ~ '^[0-9a-f]{64}$'),
    created_at   timestamptz not null,
    expires_on   date,        -- its last day, UTC
    last_used_at timestamptz
);
create index token_by_account on token (account_id, id desc);
grant select, insert, update, delete on token to "${service}";
