-- What was read from the web, or from a file, byte for byte, once the compression of the transfer was taken off: what a piece was made
-- from can be looked up when its source has changed or is gone. Without a piece it waits for an editor, and is removed after a week.
create table received (
    id           uuid        constraint received_pk primary key,
    address      text        constraint received_address_length check (length(address) <= 2000), -- after redirects; null for a file
    file_name    text        constraint received_file_name_length check (length(file_name) <= 300),
    content_type text        constraint received_content_type_length check (length(content_type) <= 300),
    body         bytea       not null constraint received_body_size check (octet_length(body) <= 16777216),
    sha256       text        not null constraint received_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    received_at  timestamptz not null,
    received_by  text        not null,
    piece_id     uuid        constraint received_piece_fk references piece,
    constraint received_from_somewhere check (address is not null or file_name is not null)
);
create index received_by_piece on received (piece_id, id) where piece_id is not null;
create index received_waiting on received (received_at) where piece_id is null;
grant select, insert, update, delete on received to "${service}";

-- The same piece again is known by its address or its text, whoever it is said to be by
create index piece_by_url on piece (url) where url is not null;
create index piece_by_text on piece (sha256) where sha256 is not null;
