-- Requests a minute, over all nodes. `free_at` runs ahead of the clock by as much as was used up (a leaky bucket in one column).
create table throttle (
    key     text        constraint throttle_pk primary key,
    free_at timestamptz not null
);
create index throttle_by_time on throttle (free_at);
grant select, insert, update, delete on throttle to "${service}";

-- What an API call with an Idempotency-Key was answered. Neither key nor body is kept: who reads this table can repeat nothing.
create table idempotency_key (
    account_id   uuid        not null constraint idempotency_key_account_fk references account,
    key_hash     text        not null constraint idempotency_key_hash_form check (key_hash ~ '^[0-9a-f]{64}$'),
    request_mac  text        not null constraint idempotency_key_mac_form check (request_mac ~ '^[0-9a-f]{64}$'),
    status       int,        -- null only within the transaction that answers
    location     text,
    body         text,
    created_at   timestamptz not null,
    constraint idempotency_key_pk primary key (account_id, key_hash)
);
create index idempotency_key_by_age on idempotency_key (created_at);
grant select, insert, update, delete on idempotency_key to "${service}";
