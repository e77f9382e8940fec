"""Packs: rules, filters, names and word lists as they are written in TOML.

In come files of a language and those of a user; out goes a pack with its word lists built and
kept, or a mistake that is refused by file, line, rule and key.
"""
