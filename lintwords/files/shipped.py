"""Where the rules stand that come with lintwords."""

from __future__ import annotations

from pathlib import Path


def rules_folder() -> Path:
    """The shipped rules: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "rules"
    # an editable install can leave a stale copy elsewhere; only these two places are looked at
    return inside if inside.is_dir() else package.parent / "rules"
