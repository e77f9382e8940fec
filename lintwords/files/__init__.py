"""Files and folders that are no documents: shipped rules, caches, and the one way to write.

In come paths and bytes; out go what may be read of a checkout, and files that were written whole.
"""
