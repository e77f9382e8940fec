"""Scripts that make the reading from labelled text: not part of the wheel, see README.md here."""
