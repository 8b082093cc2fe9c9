-- Every piece in the words of the format, by slug.
select p.id, p.slug, p.published_on, cast(json_strip_nulls(json_build_object(
    'title', p.title,
    'author', json_build_object('name', a.name, 'slug', a.slug, 'kind', a.kind, 'url', a.url, 'description', a.description,
        'record', json_build_object('id', a.id, 'stored', $instant(a.created_at))),
    'publisher', p.publisher, 'url', p.url, 'published', p.published_on, 'note', p.note, 'text', case when p.republished then p.text end,
    'record', json_build_object('id', p.id, 'stored', $instant(p.created_at), 'withheld', case when not p.republished then p.sha256 end,
        'events', $events(p) and e.kind in ('piece.created', 'piece.changed'))))) as text) as content
from piece p join author a on a.id = p.author_id
order by p.slug collate "C"
