insert into piece (id, slug, author_id, title, publisher, url, published_on, text, sha256, republished, note,
    created_at)
select cast(p->'record'->>'id' as uuid), :slug, author.id, p->>'title', p->>'publisher', p->>'url', cast(p->>'published' as date),
       p->>'text', coalesce(encode(sha256(convert_to(p->>'text', 'UTF8')), 'hex'), p->'record'->>'withheld'),
       not jsonb_exists(p->'record', 'withheld'), p->>'note', cast(p->'record'->>'stored' as timestamptz)
from (select cast(:given as jsonb) as p) given join author on author.slug = p->'author'->>'slug'
