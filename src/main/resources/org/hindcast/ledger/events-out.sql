(select json_agg(json_build_object('at', $instant(e.at), 'by', e.actor, 'kind', e.kind, 'data', cast(e.data as text)) order by e.id)
 from event e where e.subject = @.id
