-- What a mail is to tell, as far as it still holds, and why it is told; what is followed no longer is left out.
select * from (
    select r.id, n.kind, q.id as question, q.question as title, q.status, r.outcome,
        (select p.outcome from resolution p where p.question_id = q.id and p.id <> r.id and p.ended_at is not null
         order by p.ended_at desc, p.id desc limit 1) as was,
        (select string_agg(distinct coalesce(a.name, 'the topic ' || f.topic, 'this question'), ', ')
         from follow f left join author a on a.id = f.author_id
         where f.follower_id = n.follower_id and f.confirmed_at is not null and (f.question_id = q.id or exists (
             select from forecast c where c.question_id = q.id and c.status = 'PUBLISHED'
             and (c.author_id = f.author_id or f.topic = any (c.topics))))) as because,
        r.resolved_at
    from news n join resolution r on r.id = n.resolution_id join question q on q.id = r.question_id
    where n.mail = :mail and (n.kind = 'RESOLVED') = (r.ended_at is null) and (n.kind = 'RESOLVED') = (q.status = 'RESOLVED')) told
where because is not null
order by resolved_at, question
