-- The address of somebody's calendar: whoever knows it reads it, until it is revoked. Only its hash is kept.
create table calendar_token (
    account_id uuid        constraint calendar_token_pk primary key constraint calendar_token_account_fk references account,
    hash       text        not null constraint calendar_token_hash_unique unique,
    created_at timestamptz not null
);
grant select, insert, delete on calendar_token to "${service}";
