"""Weights of an encoder that reads a mention in its surroundings; lintwords asks it if it is here.

There is no code here: lintwords finds the heads (`en-5.toml`) and the weights in this folder.
"""
