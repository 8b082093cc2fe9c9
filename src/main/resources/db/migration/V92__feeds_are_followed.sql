create table feed (
    id            uuid        constraint feed_pk primary key,
    url           text        not null constraint feed_url_unique unique constraint feed_url_length check (length(url) <= 2000),
    title         text        constraint feed_title_length check (length(title) <= 500),
    author_id     uuid        constraint feed_author_fk references author, -- of what names no author; null where the editor says each time
    active        boolean     not null,
    etag          text,
    last_modified text,
    next_at       timestamptz not null, -- when it is read again
    read_at       timestamptz, -- when it was last read without trouble
    failures      integer     not null default 0, -- since then
    last_error    text,
    created_by    text        not null,
    created_at    timestamptz not null
);
create index feed_due on feed (next_at) where active;
grant select, insert, update on feed to "${service}";

-- What came by a feed and waits for an editor: no piece yet, and nothing that readers see. Of what was decided, only the key is needed, so
-- that it does not come again.
create table feed_item (
    id           uuid        constraint feed_item_pk primary key,
    feed_id      uuid        not null constraint feed_item_feed_fk references feed,
    key          text        not null constraint feed_item_key_form check (key ~ '^[0-9a-f]{64}$'), -- of what the feed calls it
    url          text        constraint feed_item_url_length check (length(url) <= 2000),
    title        text        not null constraint feed_item_title_length check (length(title) between 1 and 500),
    byline       text        constraint feed_item_byline_length check (length(byline) <= 200),
    published_on date,
    document     bytea       constraint feed_item_document_size check (octet_length(document) <= 4194304),
    characters   integer     not null, -- of the text that came by the feed
    candidates   integer, -- how many of its sentences are worth a look; null where there is too little text
    status       text        not null constraint feed_item_status_known check (status in ('UNREAD', 'TAKEN', 'PASSED', 'DROPPED')),
    seen_at      timestamptz not null,
    piece_id     uuid        constraint feed_item_piece_fk references piece,
    decided_by   text,
    constraint feed_item_once unique (feed_id, key)
);
create index feed_item_unread on feed_item (id desc) where status = 'UNREAD';
create index feed_item_unread_by_feed on feed_item (feed_id, id desc) where status = 'UNREAD';
grant select, insert, update on feed_item to "${service}";

-- A document that an editor took up from a feed, and has not stored as a piece yet
alter table received add column item_id uuid constraint received_item_fk references feed_item;
