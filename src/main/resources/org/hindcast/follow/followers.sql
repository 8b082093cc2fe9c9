-- Who follows the question of resolution r, one of the authors with a position on it, or one of its topics: follower w, once.
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