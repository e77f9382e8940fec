"""`lintwords check`: its options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from lintwords import reports
from lintwords.api import BASELINE
from lintwords.cli import options
from lintwords.cli.checking import Asked, run
from lintwords.cli.terminal import Look
from lintwords.cli.whole_numbers import Number
from lintwords.model import SEVERITIES
from lintwords.values import names


@click.command(short_help="Report findings in files and folders.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-f", "--format", "name", type=click.Choice(list(reports.REPORTS)),
              default=Asked.name, show_default=True, help="How to print findings.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write the report there; the summary still goes to standard error.")
@click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), show_default="error",
              help="Least severity that ends with exit code 1.")
@options.settings
@click.option("--baseline", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help=f"Findings that are known.  [default: {BASELINE} if it is there]")
@click.option("--baseline-write", is_flag=True,
              help="Take all findings as known from now on; write the baseline.")
@click.option("--diff", "since", metavar="REF",
              help="Only findings in sentences with lines that changed since a git revision.")
@click.option("--statistics", is_flag=True, help="How many findings there are of each rule.")
@click.option("--group-by", type=click.Choice(["rule", "file", "severity"]),
              help="Findings in groups, one line each; with --statistics what is counted.")
@click.option("--fix", "fixes", is_flag=True,
              help="Apply the safe fixes first, as lintwords fix does; report what is left.")
@click.option("--stdin-name", default=Asked.stdin_name, metavar="NAME",
              help="The name and type of standard input, which is -.")
@click.option("--explain-mentions", is_flag=True,
              help="List every mention with its slot, and its rule or the reason of silence.")
@click.option("--force-exclude", is_flag=True,
              help="Excludes hold for named files too.")
@click.option("--no-cache", is_flag=True, help="Judge unchanged files again, and keep nothing.")
@click.option("-j", "--jobs", type=Number(min=1), metavar="N",
              help="Processes at most, where more than one pays.  [default: one a free processor]")
@click.option("--limit", type=Number(min=0), default=Look.limit, metavar="N",
              show_default=True, help="Findings shown in full, the others in one line; 0 is all.")
@click.option("-q", "--quiet", count=True,
              help="One line a finding and no summary; -qq prints nothing.")
@click.option("-v", "--verbose", is_flag=True,
              help="Add sources, passed candidates with the reason, and time per file.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default=Look.color,
              show_default=True, help="Colour in the report.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with ASCII signs only.")
@click.option("--width", type=Number(40, 120), metavar="N",
              help="Columns of the report.")
@click.option("--redact", is_flag=True,
              help="Leave the words of the documents out of an HTML report.")
@click.option("--debug", is_flag=True,
              help="Show a traceback with trouble, and which language a text is in and why.")
def check(**values: Any) -> int:
    """Report findings in PATHS: files, folders, or - for standard input.

    Default: the paths in the settings, or this folder.
    """
    typed, of_rules = options.typed(values), options.typed(values, of_rules=True)
    config = options.config(values)
    look = Look(**{name: values.pop(name) for name in names(Look)})
    return run(Asked(config=config, typed=typed, of_rules=of_rules, look=look, **values))
