"""Segments as a person sees them, after any reader: letters, words set apart, broken sentences.

In comes a document; out goes one with the words that a reader of it sees, at the same places.
"""
