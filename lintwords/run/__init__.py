"""Runs: from paths to a report, and to files with their fixes made.

In come paths as a user gives them; out goes one report, in the same order however many processes
work. Trouble with one file never stops the others (`faults`).

`whole_run` makes the `Linters` of `linter_choice`, which name the linter of each file and share
what is loaded (`kept_linters`); asks `found_files` for the files, which has `discovery` walk
folders; gives both to `check_files` or `fix_files`; and sifts what comes back. `check_files` asks
`cache` about each file, reads its bytes, and hands it out as one of `tasks`, here or in `workers`.
`one_file` is what becomes of it there: `ignored_by_comments` leaves out what comments let be,
`unjudged_languages` tells what is in no language of its rules.
`check`, `fix` and the page of `serve` come in at `whole_run`, and the language server does for its
fixes. It and the review judge at `one_file`, where the page reads again what it decides on
(`early_findings` and `new_words` are for the review). Programs (`for_programs`) and the records of
an archive come in at `check_files.lint_bytes`. `quick_answer` is for a text with nothing in it that
a rule looks for.
"""
