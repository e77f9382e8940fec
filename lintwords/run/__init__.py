"""Runs: from paths to a report, and to files with their fixes made.

In come paths as a user gives them; out goes one report, in the same order however many processes
work. Trouble with one file never stops the others.
"""
