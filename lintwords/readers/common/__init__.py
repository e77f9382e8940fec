"""What the readers of several formats share: bytes to text, segments with their source map, and
what stands inside lines and paragraphs whatever they are marked up with.

In comes a source, or a part of one; out go text, segments, places in them, and what was not read.
"""
