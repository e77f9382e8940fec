"""Judging: one pass over a document for each language in it.

In come a document and options; out go its findings in order of place, with their voice, their
severity and their fixes.

Read it in this order. `document_linter` is whom others ask: it holds the gate, loads rules when a
text needs them, parts a document by language (`remit`: which paragraphs the rules of one language
are to judge) and joins what was found (`joined_results`). `compiled_pack` is a pack
made ready to judge, `scene` a document before it. `one_document` goes over the sentences and has
`match` find candidates; `findings` makes a finding of each: its sentence (`finding_sentence`), its
wordings (`instead`, with their `articles`), its fixes (`fixes.making`).
"""
