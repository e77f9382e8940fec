"""A hook for a content system: may this page be published?

The system calls it with the page's HTML on standard input and shows what it prints. Exit code 0
lets the page through, 1 asks the editor to look, 2 says that the page could not be read.

python examples/cms_hook.py < page.html
"""

from __future__ import annotations

import json
import sys

import lintwords
from lintwords.errors import LintwordsError
from lintwords.model import Severity


def review(page: str) -> dict[str, object]:
    """What an editor should see before `page` goes out, and whether it may go as it is."""
    report = lintwords.lint(page, format="html")
    return {
        "publish": not report.at_least(Severity.ERROR),
        "notes": [
            {
                "line": finding.at.line,
                "words": finding.words,
                "message": finding.message,
                "write_instead": [*(fix.label for fix in finding.fixes), *finding.instead],
            }
            for finding in report.findings
        ],
    }


def main() -> int:
    try:
        answer = review(sys.stdin.read())
    except LintwordsError as trouble:
        print(json.dumps({"publish": False, "trouble": str(trouble)}))
        return 2
    print(json.dumps(answer, ensure_ascii=False, indent=2))
    return 0 if answer["publish"] else 1


if __name__ == "__main__":
    sys.exit(main())
