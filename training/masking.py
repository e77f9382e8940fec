"""What hides names while a teacher learns: the same that hides them from an encoder that ships."""

from __future__ import annotations

import sys
from pathlib import Path

from lintwords.reading.masking import OTHERS, Hiding

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

RULES = Path(__file__).parent.parent / "rules"

# sign: what stands for it before anything is learned (the mean of these words)
SIGNS = {
    "<state>": ("russia", "japan", "india", "iran", "israel", "france", "china"),
    "<people>": ("russian", "japanese", "indian", "iranian", "israeli", "french", "chinese"),
    "<capital>": ("moscow", "tokyo", "delhi", "tehran", "jerusalem", "paris", "beijing"),
    "<formal>": ("republic", "federation", "state", "kingdom"),
    "<prefix>": ("russian", "japanese", "indian", "french", "chinese"),
    "<other>": ("brazil", "canada", "germany", "egypt", "mexico", "kenya"),
    "<others>": ("brazilian", "canadian", "german", "egyptian", "mexican", "kenyan"),
    "<elsewhere>": ("london", "berlin", "cairo", "ottawa", "nairobi"),
}


def hiding(lang: str) -> Hiding:
    """By the names of the built-in country and those of all others that the lexicon knows."""
    with open(RULES / lang / "names.toml", "rb") as file:
        names = tomllib.load(file)["names"]
    members: dict[str, list[str]] = {cls: [] for cls in OTHERS}
    small: list[str] = []
    for path in sorted((RULES / lang / "lexicon").glob("*.toml")):
        with open(path, "rb") as file:
            lexicon = tomllib.load(file)
        classes = lexicon.get("names", {})
        small += lexicon.get("function", {}).get("small-in-names", ())
        for cls in OTHERS:
            members[cls] += classes.get(cls, ())
    return Hiding.of(names, members, small)
