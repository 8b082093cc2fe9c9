-- Reading a long text takes seconds, and a language model many: the desk opens before, and what is still to be done stands here, for
-- whichever node goes on with it.
alter table desk_reading
    alter column extractor drop not null, -- while none has offered
    add column awaited text constraint desk_reading_awaited_known check (awaited in ('EXTRACTOR', 'MODEL')),
    add column claimed_until timestamptz, -- until then a node is at it
    add column attempts int not null default 0,
    add constraint desk_reading_read_or_awaited check (extractor is not null or awaited = 'EXTRACTOR');
create index desk_reading_awaited on desk_reading (read_at) where awaited is not null;
