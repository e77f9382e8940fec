"""The language server: findings, fixes and rule pages for editors that speak its protocol.

Texts of open buffers, settings and questions of an editor come in; out go what `lintwords.api`
says of them, in the editor's own positions. Only `server`, `show` and `wire` know the types of the
protocol.
"""
