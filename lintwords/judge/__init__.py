"""Judging: one pass over a document.

In come a document and options; out go its findings in order of place, with their voice, their
severity and their fixes.
"""
