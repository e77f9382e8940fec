"""JSON, YAML and CSV, for reports only: `reader` takes the fields that the settings name.

In come the bytes of a file and names of fields; out go the texts that stand there.
"""
