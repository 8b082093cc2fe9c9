-- The same of those who have an account.
select distinct r.id, a.id, a.username, w.id, case when a.email is null then 'NONE' else w.mail end, a.time_zone, a.digest_at
from unnest(?) as s (resolution_id)
join resolution r on r.id = s.resolution_id
cross join lateral (
    select follower_id from follow where question_id = r.question_id and confirmed_at is not null
    union
    select f.follower_id from forecast c join follow f on f.author_id = c.author_id and f.confirmed_at is not null
    where c.question_id = r.question_id and c.status = 'PUBLISHED'
    union
    select f.follower_id from forecast c cross join unnest(c.topics) t (topic)
    join follow f on f.topic = t.topic and f.confirmed_at is not null
    where c.question_id = r.question_id and c.status = 'PUBLISHED') f
join follower w on w.id = f.follower_id
join account a on a.id = w.account_id and a.active
