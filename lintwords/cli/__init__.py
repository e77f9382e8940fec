"""The command line: parse, ask the api, print, choose an exit code."""
