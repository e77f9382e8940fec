"""Output formats, a module each: `render(report, view) -> str`; the table is in `reports`."""
