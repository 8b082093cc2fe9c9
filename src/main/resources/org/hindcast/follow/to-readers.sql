-- Whoever follows the question, one of the authors with a position on it, or one of its topics, is told once. Where %s stands comes followers.sql.
insert into news (follower_id, resolution_id, kind, due_at)
select w.id, s.resolution_id, s.kind,
    case w.mail when 'DAILY' then day.at + case when day.at <= :now then interval '24 hours' else interval '0' end else :now end
from unnest(cast(:resolutions as uuid[]), cast(:kinds as text[])) as s (resolution_id, kind)
join resolution r on r.id = s.resolution_id
%s and w.account_id is null
cross join lateral (select (date_trunc('day', cast(:now as timestamptz) at time zone 'UTC') + interval '8 hours') at time zone 'UTC' as at) day
on conflict do nothing
