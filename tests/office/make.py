"""Write what the other producers make their documents from.

    python tests/office/make.py FOLDER    FOLDER/samples.json, and a .fodt a sample
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from flat import flat
from produced import SAMPLES

folder = Path(sys.argv[1])
(folder / "samples.json").write_text(json.dumps([s._asdict() for s in SAMPLES]), "utf-8")
for sample in SAMPLES:
    (folder / f"{sample.name}.fodt").write_text(flat(sample), "utf-8")
