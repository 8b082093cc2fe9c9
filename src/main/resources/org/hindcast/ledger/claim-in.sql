c->>'quote', cast(c->>'start' as int), c->>'statement',
coalesce(c->>'basis', case when jsonb_exists(c, 'probability') then 'STATED' else 'WORDED' end),
cast(round(cast(c->>'probability' as numeric) * 1000) as int), c->>'phrase',
coalesce(c->>'stance', case when not jsonb_exists(c, 'probability') then 'YES' end),
c->>'odds', c->>'stakes', c->>'condition', coalesce(cast(c->>'made' as date), p.published_on),
coalesce(cast(c->>'undated' as boolean), false), array(select jsonb_array_elements_text(c->'topics')),
cast(round(cast(c->'reference'->>'probability' as numeric) * 1000) as int), c->'reference'->>'source', c->'reference'->>'url',
cast(c->'reference'->>'on' as date)
