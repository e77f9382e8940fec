"""A short vector for each word, so that a word which no label was given for weighs like its kin.

    python -m training.vectors WORDS.txt OUT.npz

WORDS.txt holds a word or an entry of several words a line. Each is read by itself by the encoder
of the package that holds its weights, and the mean of what comes out is cut to its main
directions.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.teacher import Teacher

WIDTH = 48
_BATCH = 256


def vectors(words: list[str]) -> Any:
    """A row for each word; the mean square of a row is one."""
    torch.set_num_threads(1)
    fresh = Teacher.new()
    cut, encoder = fresh.tokenizer, fresh.body.eval()
    found = np.zeros((len(words), encoder.config.hidden_size), np.float32)
    order = sorted(range(len(words)), key=lambda nth: len(words[nth]))
    with torch.no_grad():
        for at in range(0, len(order), _BATCH):
            part = order[at : at + _BATCH]
            taken = cut([words[nth] for nth in part], return_tensors="pt", padding=True)
            states = encoder(**taken).last_hidden_state
            mask = taken["attention_mask"][:, :, None].float()
            found[part] = ((states * mask).sum(1) / mask.sum(1)).numpy()
    found -= found.mean(0)
    directions = np.linalg.svd(found, full_matrices=False)[2][:WIDTH]
    short = found @ directions.T
    return np.asarray(short / np.sqrt((short**2).sum(1).mean()), np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("words", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    words = args.words.read_text("utf-8").splitlines()
    np.savez(args.out, words=np.array(words), vectors=vectors(words))


if __name__ == "__main__":
    main()
