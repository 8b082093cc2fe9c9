'question', @.question, 'yes', @.yes_when, 'source', @.source_of_truth, 'due', @.due_on, 'zone', nullif(@.time_zone, 'UTC'),
'silent', @.if_silent
