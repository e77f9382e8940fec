"""The command line: parse, ask the api, print, choose an exit code.

In come the arguments of a process, and standard input; out go reports, trouble and an exit code.
`start` is the door, `main` the table of commands, each of which has a module.
"""
