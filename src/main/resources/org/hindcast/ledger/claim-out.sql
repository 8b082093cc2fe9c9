'quote', @.quote, 'start', @.quote_start, 'statement', @.statement,
'probability', trim_scale(@.probability / 1000.0), 'phrase', @.phrase,
'basis', case when @.basis not in ('STATED', 'WORDED') then @.basis end, 'stance', nullif(@.stance, 'YES'),
'odds', @.odds, 'stakes', @.stakes, 'condition', @.condition, 'made', nullif(@.made_on, p.published_on),
'undated', nullif(@.undated, false), 'topics', to_json(@.topics),
'reference', case when @.reference_source is not null then json_build_object(
    'probability', trim_scale(@.reference_probability / 1000.0), 'source', @.reference_source, 'url', @.reference_url,
    'on', @.reference_on) end
