"""Weights of encoders that read a mention in its surroundings; lintwords asks those that are here.

There is no code: lintwords finds the heads (`en-6.toml`, `fr-6.toml`) and the weights here.
"""
