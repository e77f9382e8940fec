"""Sifting: findings that somebody has said to leave be, and those on lines that did not change.

In come findings, with the comments, the baseline or the git revision that speak of them; out go the
findings that are told and those that are ignored, each with the reason that was given.
"""
