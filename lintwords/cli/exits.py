"""The exit codes of all commands."""

CLEAN = 0
FOUND = 1  # findings, or what else is to be looked at
CANNOT = 2
STOPPED = 130  # by the person
