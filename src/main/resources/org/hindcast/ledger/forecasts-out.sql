-- Every published or withdrawn forecast in the words of the format, by the slug of its piece. Sorted before anything is looked up.
select o.piece_id, entry.content
from (
    select f.id, f.piece_id, p.slug, f.quote_start
    from forecast f join piece p on p.id = f.piece_id
    where f.status <> 'DRAFT'
    order by p.slug collate "C", f.quote_start, f.id
    offset 0
) o
cross join lateral (
    select cast(json_strip_nulls(json_build_object(
        'key', coalesce(f.key, cast(f.id as text)),
        $claim(f),
        'criteria', $question(q),
        'resolution', (
            select json_build_object('outcome', r.outcome, 'on', $instant(r.resolved_at),
                'evidence', r.evidence, 'note', r.note)
            from resolution r where r.question_id = q.id and r.ended_at is null),
        'record', json_build_object('id', f.id, 'stored', $instant(f.created_at), 'published', $instant(f.published_at),
            'draftedBy', f.drafted_by, 'withdrawn', nullif(f.status = 'WITHDRAWN', false),
            'versions', (
                select json_agg(case when v.version = f.version
                    then json_build_object('version', v.version, 'at', $instant(v.created_at), 'by', v.actor, 'reason', v.reason)
                    else json_build_object('version', v.version, 'at', $instant(v.created_at), 'by', v.actor, 'reason', v.reason,
                        $claim(v), 'criteria', case when w.id <> f.question_id then $question(w) end) end order by v.version)
                from forecast_version v join question w on w.id = v.question_id where v.forecast_id = f.id),
            'events', $events(f)))
        )) as text) as content
    from forecast f join question q on q.id = f.question_id join piece p on p.id = f.piece_id
    where f.id = o.id
    offset 0
) entry
order by o.slug collate "C", o.quote_start, o.id
