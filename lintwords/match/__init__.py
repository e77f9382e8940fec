"""Matching: which rules speak of a mention or a phrase, and which of them a filter lets go.

In come a sentence and the slots of its mentions; out go candidates, each with its rule. Everything
is matched, whatever is selected: of a sentence lines and labels first, then its mentions.
"""
