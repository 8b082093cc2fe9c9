-- Where a language model had a part in what was offered: its name, and the SHA-256 of what it was asked
alter table extraction_label
    add column model text constraint extraction_label_model_length check (length(model) <= 200),
    add column prompt_hash text constraint extraction_label_prompt_form check (prompt_hash ~ '^[0-9a-f]{64}$'),
    add constraint extraction_label_model_with_its_prompt check ((model is null) = (prompt_hash is null));
