-- Which pieces have cards that are still to be decided, the piece that was stored last first. The index on those cards is in this order, so
-- that a page costs what its own pieces have.
select p.id, p.slug, p.title, a.name, p.published_on, c.open, c.folded, c.since, c.by, c.at
from (select piece_id, count(*) filter (where status = 'OPEN') as open, count(*) filter (where status = 'FOLDED') as folded,
          min(changed_at) as since, max(changed_at) as at, (array_agg(changed_by order by changed_at desc))[1] as by
      from desk_card
      where status in ('FOLDED', 'OPEN') and piece_id < :after
      group by piece_id order by piece_id desc limit :most) c
    join piece p on p.id = c.piece_id
    join author a on a.id = p.author_id
order by c.piece_id desc
