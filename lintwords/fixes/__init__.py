"""Fixes: what can be written instead, whether that is safe, and how it gets into a file.

In come a candidate with its sentence and document; out go fixes with their edits, and the bytes or
the copy of a file in which those that were chosen stand.
"""
