"""English: tags, noun phrases, predicates, slots."""
