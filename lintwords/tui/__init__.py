"""The review: a person decides on findings, one by one, on a screen or in plain questions.

In: texts with their findings, as `lintwords.api` reads and judges them (`texts`). Out: changed
files, entries of the baseline, a kept review for next time (`writing`, `keep`), and a summary.

Read it in this order. `finding` and `session` are values: findings, decisions, undo. `moves` and
`actions` make the next session of one. `changed_text` is the text with decisions made in it,
`changed_bytes` its bytes, `baseline_changes` what they change in the baseline, `found_again` which
finding is the same one in a text that has changed. `cli.review` makes the `Checker` of `texts`, by
which the api reads and judges a file; gives it to `incoming`, which finds files and reads them
beside the review; and gives both to `desk`, at which the faces work (`review`, `earlier`, `keep`,
`write_plan`, `writing`, `rescue`). `pager` makes the `page` of a file, `frame` tells what has room;
`page`, `detail`, `overview`, `cues` and `keys` make `lines` of a review; `report` tells of a
finished one. Its sentences stand in `english`; `speaking` says them in the language of the
interface. `plain` asks question by question. All that is plain Python; Textual is imported by
`app`, `screen`, `stage`, `commands`, `deciding`, `dialogs`, `ignore` and `widgets` only, and by no
other part of lintwords.
"""
