-- The same of those who have an account. Where %s stands comes followers.sql.
select distinct r.id, a.id, a.username, w.id, case when a.email is null then 'NONE' else w.mail end, a.time_zone, a.digest_at
from unnest(?) as s (resolution_id)
join resolution r on r.id = s.resolution_id
%s
join account a on a.id = w.account_id and a.active
