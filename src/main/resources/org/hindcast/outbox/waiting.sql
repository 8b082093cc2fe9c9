-- Of each account one mail that nobody has begun to send. Whatever another node holds is passed over.
select a.id as account_id, o.id from unnest(:accounts) as a (id) cross join lateral (
    select id from outbox where account_id = a.id and kind = :kind and status = 'READY' and next_at <= :now
    order by id limit 1 for update skip locked) o
