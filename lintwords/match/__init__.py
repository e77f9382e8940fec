"""Matching: which rules speak of a mention or a phrase, and which of them a filter lets go.

In come a sentence and the slots of its mentions; out go candidates, each with its rule. Everything
is matched, whatever is selected: of a sentence lines and labels first, then its mentions.

A *line* is what somebody wants repeated, a *label* a name that hides what it names. A phrase rule
finds either, flags it whole, and takes the mentions in it; the code says line for both. The lines
of a file are counted in `model.line_numbers`.
"""
