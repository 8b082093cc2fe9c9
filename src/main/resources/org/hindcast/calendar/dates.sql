-- What waits for this reviewer, and what will be due: each part by its own index.
select * from (
    (select q.id, true as asked, q.question, q.yes_when, q.due_on, q.time_zone,
        greatest(q.asked_from, t.snoozed_until) as asked_from, greatest(t.since, v.created_at) as since, q.due_at
    from assignment t join question q on q.id = t.question_id and q.status = 'OPEN'
    join question_version v on v.question_id = q.id and v.version = q.version
    where t.reviewer_id = :account and t.ended_at is null
    order by q.due_at, q.id limit :most)
    union all
    (select q.id, false, q.question, q.yes_when, q.due_on, q.time_zone, null, v.created_at, q.due_at
    from question q join question_version v on v.question_id = q.id and v.version = q.version
    where q.status = 'OPEN' and q.due_at > :now and q.due_at <= :until and (
        :reviews and :any
        or :reviews and exists (select from forecast f where f.question_id = q.id and f.status = 'PUBLISHED'
            and f.topics && cast(:topics as varchar[]))
        or exists (select from follower w join follow f on f.follower_id = w.id and f.confirmed_at is not null
            where w.account_id = :account and (f.question_id = q.id or exists (
                select from forecast c where c.question_id = q.id and c.status = 'PUBLISHED'
                and (c.author_id = f.author_id or f.topic = any (c.topics))))))
    order by q.due_at, q.id limit :most)) dates
order by asked desc, due_at, id limit :most
