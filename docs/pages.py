"""Build the pages of the rules and the table of profiles from the packs.

python docs/pages.py             tell which pages differ from the packs, and end with 1 if any does
python docs/pages.py --update    write them again
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import mentions  # beside this script

from lintwords import api
from lintwords.files.shipped import rules_folder
from lintwords.judge.document_linter import DocumentLinter
from lintwords.model import Options
from lintwords.model.rule import CATEGORIES, PROFILES, Rule
from lintwords.packs.fields import parse
from lintwords.packs.stamps import FIRST
from lintwords.reports import rule_markdown, rule_page

HERE = Path(__file__).parent
BUILT = "<!-- Built from the packs: python docs/pages.py --update -->"
RULES = HERE / "rules"


def built() -> dict[Path, str]:
    """Every built page by its path; those of further languages stand in a folder of their own."""
    pages = {HERE / "profiles.md": "\n".join(_profiles()) + "\n"}
    linter = api.load_linter(Options(lang=FIRST))
    pages[HERE / "mentions.md"] = "\n".join(mentions.lines(linter, BUILT)) + "\n"
    for lang in api.ALL_LANGUAGES:
        linter = api.load_linter(Options(lang=lang))
        folder = RULES if lang == FIRST else RULES / lang
        pages[folder / "README.md"] = "\n".join(_index(linter, folder)) + "\n"
        for category in CATEGORIES:
            lines = _category(linter, category)
            pages[folder / f"{category}.md"] = "\n".join(lines) + "\n"
    return pages


def _of(linter: DocumentLinter, category: str) -> list[Rule]:
    return sorted((r for r in linter.rules if r.category == category), key=lambda rule: rule.id)


def _index(linter: DocumentLinter, folder: Path) -> Iterator[str]:
    says = linter.pack.says
    up = "../" * len(folder.relative_to(HERE).parts)
    yield from (f"# {says('docs-rules')}", "", BUILT, "")
    yield says("docs-intro")
    yield says("docs-profiles").format(profiles=f"{up}profiles.md")
    others = [lang for lang in api.ALL_LANGUAGES if lang != linter.pack.lang]
    if others:
        links = (f"[{lang}]({_from(linter.pack.lang, lang)})" for lang in others)
        yield f"({', '.join(links)})"
    for category in CATEGORIES:
        rules = _of(linter, category)
        yield from ("", f"## [{says(f'category-{category}')}]({category}.md)", "")
        yield from (f"| {says('docs-columns')} |", "|---|---|---|---|")
        for rule in rules:
            link = f"[`{rule.id}`]({category}.md#{rule.id})"
            yield f"| {link} | {rule.severity.word} | {rule_page.state(rule)} | {rule.title} |"
    preview = [rule for rule in linter.rules if rule.preview]
    if preview:
        yield from ("", f"## {says('docs-preview')}", "", says("docs-preview-why"), "")
    for rule in preview:
        yield f"- [`{rule.id}`]({rule.category}.md#{rule.id}): {rule.contested or rule.title}"


def _from(own: str, other: str) -> str:
    """The way from the index of one language to that of another."""
    if other == FIRST:
        return "../README.md"
    return f"{other}/README.md" if own == FIRST else f"../{other}/README.md"


def _category(linter: DocumentLinter, category: str) -> Iterator[str]:
    says, filters = linter.pack.says, api.filter_titles(linter)
    yield from (f"# {says(f'category-{category}')}", "", BUILT, "")
    yield f"[{says('docs-all')}](README.md)"
    for rule in _of(linter, category):
        yield from ("", rule_markdown.render(rule, filters).rstrip())


def _profiles() -> Iterator[str]:
    titles = {row["id"]: row["title"] for row in parse(_profiles_file())["profile"]}
    linters = {profile: api.load_linter(Options(profile=profile)) for profile in PROFILES}
    yield from ("# Profiles", "", BUILT, "")
    yield "`lintwords check --profile NAME` chooses which rules are on, and how strong."
    yield ""
    for profile in PROFILES:
        count = sum(api.is_on(linters[profile], rule) for rule in linters[profile].rules)
        yield f"- `{profile}`, {count} rules: {titles[profile]}."
    yield ""
    yield "A run, and so a commit that a hook checks, fails for errors, as long as `fail-on` says"
    yield "nothing else. In `newsroom` a country in place of its government is at most a warning:"
    yield 'add `fail-on = "warning"` to the settings if that is to hold a commit up.'
    yield from ("", "Rules that are not on in the same way in all four:", "")
    yield f"| rule | {' | '.join(PROFILES)} |"
    yield f"|---|{'---|' * len(PROFILES)}"
    for rule in linters["default"].rules:
        row = [_treatment(rule, profile) for profile in PROFILES]
        if len(set(row)) > 1:
            yield f"| `{rule.id}` | {' | '.join(row)} |"
    off = [rule.id for rule in linters["default"].rules if _off_everywhere(rule)]
    names = ", ".join(f"`{name}`" for name in off)
    yield from ("", f"Off in all four, on when asked for by name: {names}.")


def _treatment(rule: Rule, profile: str) -> str:
    how = rule.profiles.get(profile, "on" if rule.default else "off")
    if rule.preview:
        return "preview"
    word, softer = rule.severity.word, rule.severity.weaker.word
    return {"own": f"{word}, own voice", "on": word, "softer": softer}.get(how, how)


def _off_everywhere(rule: Rule) -> bool:
    return {_treatment(rule, profile) for profile in PROFILES} <= {"off", "preview"}


def _profiles_file() -> Path:
    return rules_folder() / "en" / "profiles.toml"


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the pages of the rules to the packs.")
    parser.add_argument("--update", action="store_true", help="write the pages again")
    update = parser.parse_args().update
    differing = [
        (path, text) for path, text in built().items()
        if not path.is_file() or path.read_text("utf-8") != text
    ]
    for path, text in differing:
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        print(f"{'wrote' if update else 'differs'}: {path.relative_to(HERE.parent)}")
    return 1 if differing and not update else 0


if __name__ == "__main__":
    sys.exit(main())
