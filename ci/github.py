"""The GitHub action: its inputs, from the environment, as runs of `lintwords check`.

Reads INPUT_PATHS (one a line), INPUT_FAIL_ON, INPUT_PROFILE, INPUT_CONFIG, INPUT_ANNOTATIONS,
INPUT_ONLY_CHANGED, INPUT_SINCE and INPUT_SARIF. Prints annotations, or one line a finding; writes
`exit-code` and `sarif` to the file GITHUB_OUTPUT, `sarif` only if it was written. Ends as the check
does: 0, 1 for findings that fail, 2 where not all could be done. What stops the check is an
annotation too, and stands in GITHUB_STEP_SUMMARY.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

CLEAN, FOUND, CANNOT = 0, 1, 2


class WrongInput(Exception):
    """An input of the action cannot be what it is."""


def main(env: Mapping[str, str]) -> int:
    try:
        options = asked(env)
        shape = "github" if is_true(env, "ANNOTATIONS", True) else "line"
    except WrongInput as error:
        stopped(env, f"lintwords: {error}")
        return ended(env, CANNOT, "")
    summary = env.get("GITHUB_STEP_SUMMARY", "")
    before = state(summary)
    code, trouble = run(["--format", shape, *options])
    print(trouble, end="", file=sys.stderr, flush=True)
    if code == CANNOT and state(summary) == before:  # no report says so
        stopped(env, trouble)
    sarif = env.get("INPUT_SARIF", "").strip()
    if sarif:
        before = state(sarif)
        other, more = run(["--format", "sarif", "--output", sarif, "--fail-on", "never", *options])
        code = max(code, other)
        if more != trouble:
            print(more, end="", file=sys.stderr, flush=True)
        if other == CANNOT and state(sarif) == before:  # not written
            if more != trouble:
                stopped(env, more)
            sarif = ""
    return ended(env, code, sarif)


def state(name: str) -> tuple[int, ...]:
    """What tells that a file was written; nothing for one that is not there."""
    if not name or not Path(name).is_file():
        return ()
    found = os.stat(name)
    return found.st_ino, found.st_size, found.st_mtime_ns


def stopped(env: Mapping[str, str], trouble: str) -> None:
    """Say what stops the check on the page of the run too."""
    line = trouble.strip().replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    print(f"::error title=lintwords::{line}", flush=True)
    if summary := env.get("GITHUB_STEP_SUMMARY"):
        rows = "".join(f"    {row}\n" for row in trouble.strip().splitlines())
        with open(summary, "a", encoding="utf-8") as file:
            file.write(f"### lintwords\n\n{rows}")


def ended(env: Mapping[str, str], code: int, sarif: str) -> int:
    """The exit code, after the outputs of the step were written."""
    if output := env.get("GITHUB_OUTPUT"):
        with open(output, "a", encoding="utf-8") as file:
            file.write(f"exit-code={code}\n{one_line('sarif', sarif)}")
    return code


def asked(env: Mapping[str, str]) -> list[str]:
    """The options and paths that every run gets."""
    given = []
    for name in ("FAIL_ON", "PROFILE", "CONFIG"):
        if value := env.get(f"INPUT_{name}", "").strip():
            given.append(f"--{name.lower().replace('_', '-')}={value}")
    if is_true(env, "ONLY_CHANGED", False):
        given.append(f"--diff={fetched(since(env))}")
    paths = [path.strip() for path in env.get("INPUT_PATHS", "").splitlines()]
    return [*given, "--", *filter(None, paths)]


def since(env: Mapping[str, str]) -> str:
    """The revision that changes are counted from."""
    if named := env.get("INPUT_SINCE", "").strip():
        return named
    if base := env.get("GITHUB_BASE_REF"):  # a pull request
        return f"origin/{base}"
    return "HEAD^"


def fetched(revision: str) -> str:
    """A revision. Raises WrongInput for one that the checkout does not hold."""
    one = f"{revision}^{{commit}}"
    asked = ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", one]
    try:
        if subprocess.run(asked, check=False, capture_output=True).returncode == 0:
            return revision
    except OSError:
        return revision  # no git: the check says so
    raise WrongInput(f"{revision} is not in the checkout. For only-changed give its step, "
                     "actions/checkout, fetch-depth: 0.")


def is_true(env: Mapping[str, str], name: str, default: bool) -> bool:
    value = env.get(f"INPUT_{name}", "").strip().lower()
    if value not in ("", "true", "false"):
        called = name.lower().replace("_", "-")
        raise WrongInput(f"the input {called} cannot be what it is. Write true or false.")
    return value == "true" if value else default


def run(arguments: list[str]) -> tuple[int, str]:
    """One run of lintwords, and what it says of trouble; no shell reads the arguments."""
    done = subprocess.run(
        [sys.executable, "-m", "lintwords", "check", *arguments], check=False,
        stderr=subprocess.PIPE, encoding="utf-8", errors="replace",
    )
    return (done.returncode if done.returncode in (CLEAN, FOUND) else CANNOT), done.stderr


def one_line(name: str, value: str) -> str:
    """An output of the step; a value of more lines would set others too."""
    if "\n" in value or "\r" in value:
        raise ValueError(f"{name} is no name of a file")
    return f"{name}={value}\n"


if __name__ == "__main__":
    sys.exit(main(os.environ))
