-- Finds the broken promises on record somebody objects to or wants repaired, by the place that answers.
create index credit_entries_to_answer on credit_entries (region text_pattern_ops, updated_at, id) where state in ('contested', 'repairing');
