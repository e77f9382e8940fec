"""The review: decisions on findings, one by one, on a screen or in plain questions.

`session` and what it stands on is plain Python; Textual is imported by `app`, `screens` and
`widgets` only, and by no other part of lintwords.
"""
