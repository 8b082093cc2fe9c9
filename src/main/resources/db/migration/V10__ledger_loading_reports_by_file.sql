create table ledger_file (
    name      text        constraint ledger_file_pk primary key,
    sha256    text        not null,
    status    text        not null constraint ledger_file_status_known check (status in ('LOADED', 'UNCHANGED', 'PROBLEMS', 'REFUSED')),
    piece_id  uuid        constraint ledger_file_piece_fk references piece,
    added     int         not null,
    changed   int         not null,
    problems  jsonb       not null,
    loaded_at timestamptz not null
);
grant select, insert, update, delete on ledger_file to "${service}";
