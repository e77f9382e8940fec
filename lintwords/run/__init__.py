"""Runs: from paths to a report, and to files with their fixes made.

In come paths as a user gives them; out goes one report, in the same order however many processes
work. Trouble with one file never stops the others.

`whole_run` asks `found_files` for the files, for which `discovery` walks folders, and
`linter_choice` for who judges each; `check_files` and `fix_files` take them one by one, here or in
`workers`; `one_file` is what becomes of each, and `unjudged_languages` what is in no language of
its rules.
`check`, `fix` and the page of `serve` come in at `whole_run`, the review and the language server at
`one_file`, the records of an archive at `check_files.lint_bytes`.
`for_programs` is for those that have a text and no file, `quick_answer` for a text with nothing in
it that a rule looks for.
"""
