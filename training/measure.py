"""Measure a teacher, or the mean of several, on what is set aside. Each time is written down.

    python -m training.measure CORPUS LOG MODEL.pt… [--lang en]

The figures are printed and added to LOG: what is set aside stays honest only as long as nothing is
chosen by it, and LOG tells how often it was asked. Choose by crossfit.py.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import torch

from training.gold import read_aside
from training.teacher import Teacher, figures, items_of, mean, say


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("log", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--lang", default="en")
    args = parser.parse_args()
    torch.set_num_threads(1)
    rows = read_aside(args.corpus, args.lang)
    soft = []
    for path in args.models:
        teacher = Teacher.load(path)
        soft.append(teacher.read(items_of(teacher, rows, args.lang)))
    lines = figures(rows, mean(soft))
    with open(args.log, "a", encoding="utf-8") as log:
        names = " ".join(str(path) for path in args.models)
        log.write(f"{time.strftime('%Y-%m-%d %H:%M')} {names}\n")
        log.writelines(f"  {line}\n" for line in lines)
    for line in lines:
        say(line)


if __name__ == "__main__":
    main()
