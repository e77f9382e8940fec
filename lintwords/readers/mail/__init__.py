"""Mail, for reports only: `mime` parts a message, `reader` makes one document of its parts.

In come the bytes of a message; out go its subject, its texts, and attachments that are read.
"""
