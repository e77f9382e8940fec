# %% [markdown]
# # How an archive names who acted
#
# Cells of a notebook as a script (editors and Jupytext open it as one). It counts the findings in a
# folder of releases by rule and voice. Quotations are counted apart: they are the speakers' words.

# %%
from collections import Counter
from pathlib import Path

import lintwords
from lintwords.model import Report, Voice

ARCHIVE = Path(__file__).parent

# %%
reports: dict[str, Report] = {
    path.name: lintwords.lint_path(path)
    for path in sorted(ARCHIVE.iterdir())
    if path.suffix in (".md", ".html", ".txt") and path.name != "README.md"
}

# %% [markdown]
# ## By rule, in the writers' own words

# %%
own = Counter(
    finding.rule
    for report in reports.values()
    for finding in report.findings
    if finding.voice is Voice.OWN
)
for rule, number in own.most_common():
    print(f"{number:4}  {rule}")

# %% [markdown]
# ## By release: findings a thousand words, and what could not be read

# %%
for name, report in reports.items():
    words = sum(file.words for file in report.files)
    rate = 1000 * len(report.findings) / words if words else 0.0
    print(f"{name:24} {words:6} words  {rate:5.1f} findings a thousand words")
    for unread in report.cannot:
        print(f"  not read: {unread.path}: {unread.message}")
