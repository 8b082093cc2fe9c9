json_build_object('key', @.key, $criteria(@), 'record', json_build_object(
    'id', @.id, 'stored', $instant(@.created_at), 'withdrawn', nullif(@.status = 'WITHDRAWN', false),
    'round', @.round, 'notYet', @.not_yet, 'askedFor', @.asked_for, 'askedFrom', $instant(@.asked_from),
    'versions', (
        select json_agg(case when o.version = @.version
            then json_build_object('version', o.version, 'at', $instant(o.created_at), 'by', o.actor, 'reason', o.reason)
            else json_build_object('version', o.version, 'at', $instant(o.created_at), 'by', o.actor, 'reason', o.reason,
                $criteria(o)) end order by o.version)
        from question_version o where o.question_id = @.id),
    'resolutions', (
        select json_agg(json_build_object('id', r.id, 'version', r.question_version, 'outcome', r.outcome,
            'evidence', r.evidence, 'note', r.note, 'at', $instant(r.resolved_at), 'by', r.actor, 'file', r.source,
            'ended', case when r.ended_at is not null then json_build_object('at', $instant(r.ended_at), 'by', r.ended_by,
                'because', r.ended_because) end) order by r.id)
        from resolution r where r.question_id = @.id),
    'events', $events(@))))
