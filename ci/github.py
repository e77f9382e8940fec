"""The GitHub action: its inputs, from the environment, as runs of `lintwords check`.

Reads INPUT_PATHS (one a line), INPUT_FAIL_ON, INPUT_PROFILE, INPUT_CONFIG, INPUT_ANNOTATIONS,
INPUT_ONLY_CHANGED, INPUT_SINCE and INPUT_SARIF. Prints annotations, or one line a finding; writes
`exit-code` and `sarif` to the file GITHUB_OUTPUT. Ends as the check does: 0, 1 for findings that
fail, 2 where not all could be done.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

CLEAN, FOUND, CANNOT = 0, 1, 2


class WrongInput(Exception):
    """An input of the action cannot be what it is."""


def main(env: Mapping[str, str]) -> int:
    try:
        options = asked(env)
        shape = "github" if is_true(env, "ANNOTATIONS", True) else "line"
    except WrongInput as error:
        print(f"::error title=lintwords::lintwords: {error}")
        return CANNOT
    code = run(["--format", shape, *options])
    sarif = env.get("INPUT_SARIF", "").strip()
    if sarif:
        other = run(["--format", "sarif", "--output", sarif, "--fail-on", "never", *options])
        code = max(code, other)  # not written: that is told with 2
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
        given.append(f"--diff={since(env)}")
    paths = [path.strip() for path in env.get("INPUT_PATHS", "").splitlines()]
    return [*given, "--", *filter(None, paths)]


def since(env: Mapping[str, str]) -> str:
    """The revision that changes are counted from."""
    if named := env.get("INPUT_SINCE", "").strip():
        return named
    if base := env.get("GITHUB_BASE_REF"):  # a pull request
        return f"origin/{base}"
    return "HEAD^"


def is_true(env: Mapping[str, str], name: str, default: bool) -> bool:
    value = env.get(f"INPUT_{name}", "").strip().lower()
    if value not in ("", "true", "false"):
        called = name.lower().replace("_", "-")
        raise WrongInput(f"the input {called} cannot be what it is. Write true or false.")
    return value == "true" if value else default


def run(arguments: list[str]) -> int:
    """One run of lintwords; no shell reads the arguments."""
    done = subprocess.run([sys.executable, "-m", "lintwords", "check", *arguments], check=False)
    return done.returncode if done.returncode in (CLEAN, FOUND) else CANNOT


def one_line(name: str, value: str) -> str:
    """An output of the step; a value of more lines would set others too."""
    if "\n" in value or "\r" in value:
        raise ValueError(f"{name} is no name of a file")
    return f"{name}={value}\n"


if __name__ == "__main__":
    sys.exit(main(os.environ))
