"""The name of the program, and those of its commands: told here, loaded where one is asked for."""

NAME = "lintwords"
CHECK = "check"
LATE = (
    "audit", "completion", "corpus", "explain", "fix", "init", "lsp", "report-false-alarm",
    "review", "rules", "serve",
)
