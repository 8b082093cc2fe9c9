-- When each sweep last began and ended, on whichever node, by the database's time: who finds that it is late runs it.
create table sweep (
    identity  text        constraint sweep_pk primary key,
    began_at  timestamptz not null,
    ended_at  timestamptz -- of the last that came to its end
);
grant select, insert, update on sweep to "${service}";
