"""Files of our own making, which no run takes for somebody's text: reports, and changed copies.

In comes what is written, or read again; out go its seal, and whether it has one that fits.
"""
