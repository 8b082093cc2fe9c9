do $$
begin
    if not exists (select from pg_extension where extname = 'pg_trgm') then
        create extension pg_trgm;
    end if;
end $$;

create table author (
    id          uuid        constraint author_pk primary key,
    slug        text        not null constraint author_slug_unique unique
                            constraint author_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    name        text        not null constraint author_name_length check (length(name) between 1 and 200),
    kind        text        not null constraint author_kind_known check (kind in ('PERSON', 'OUTLET', 'MODEL')),
    description text        constraint author_description_length check (length(description) <= 2000),
    url         text        constraint author_url_length check (length(url) <= 2000),
    created_at  timestamptz not null
);
create index author_by_lower_name on author (lower(name));
create index author_by_name_trigrams on author using gin (name gin_trgm_ops);
grant select, insert, update on author to "${service}";

create table piece (
    id           uuid        constraint piece_pk primary key,
    slug         text        not null constraint piece_slug_unique unique
                             constraint piece_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    author_id    uuid        not null constraint piece_author_fk references author,
    title        text        not null constraint piece_title_length check (length(title) between 1 and 500),
    publisher    text        constraint piece_publisher_length check (length(publisher) <= 200),
    url          text        constraint piece_url_length check (length(url) <= 2000),
    published_on date        not null,
    text         text        constraint piece_text_length check (length(text) <= 1000000),
    sha256       text        constraint piece_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    note         text        constraint piece_note_length check (length(note) <= 2000),
    created_at   timestamptz not null,
    constraint piece_text_has_its_hash check ((text is null) = (sha256 is null))
);
create unique index piece_url_once_per_author on piece (author_id, url) where url is not null;
create unique index piece_text_once_per_author on piece (author_id, sha256) where sha256 is not null;
create index piece_by_date on piece (published_on desc, id desc);
create index piece_by_author on piece (author_id, published_on desc, id desc);
grant select, insert, update on piece to "${service}";
