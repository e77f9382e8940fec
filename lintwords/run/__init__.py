"""Runs: from paths to a report, and to files with their fixes made.

In come paths as a user gives them; out goes one report, in the same order however many processes
work. Trouble with one file never stops the others (`faults`).

`whole_run` makes the `ChosenLinters` of `linter_choice`, which name the linter of each file (made
once, and kept by `kept_linters` for whoever asks next); asks `found_files` for the files, which has
`discovery` walk folders; and gives both to `check_files`, whose report it then sifts by the
baseline, or to `fix_files`, which is handed that sifting and asks it before it chooses fixes.
`check_files` asks `cache` about each file, reads its bytes, and hands it out as one of `tasks`,
here or in `workers`. `one_file` is what becomes of it there: when it is read, `unjudged_languages`
names what is in no language of its rules; when it is judged, `ignored_by_comments` leaves out what
comments let be.

`check`, `fix` and the page of `serve` come in at `whole_run`, and the language server does for its
fixes. It and the review judge at `one_file`, where the page reads again what it decides on.
`early_findings` is for the review, `new_words` for the review and the page. Programs
(`for_programs`) come in at `check_files.lint_bytes`, and so do the records of an archive; those
that are files of a folder come in at `whole_run`. `quick_answer` is for a text with nothing in it
that a rule looks for.
"""
