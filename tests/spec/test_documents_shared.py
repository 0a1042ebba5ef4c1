"""The reader against official texts with a known structure, scored by the tool that lies beside them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared
# What the reader reached on these texts, less a little; `docs/reference/documents.md` has the figures themselves.
LEAST = {
    "layout": {"operative: exact list of numbers": 0.96, "footnote: marker to text": 0.99, "title": 0.99},
    "pages": {"operative: exact list of numbers": 0.99, "footnote: marker to text": 0.99, "title": 0.99},
    "xml": {"operative: exact list of numbers": 0.99, "footnote: marker to text": 0.99, "title": 0.99},
}
EVERYWHERE = {
    "parsed at all": 1.0,
    "symbol": 1.0,
    "adopted": 0.99,
    "preamble: same number of paragraphs": 0.99,
    "preamble: paragraph found": 0.99,
    "operative: paragraph found": 0.99,
    "preamble: opening phrase exact": 0.99,
    "operative: opening phrase exact": 0.98,
}


def shares(form: str) -> dict[str, float]:
    """The share right of each measure of the tool for a form of text."""
    folder = os.environ.get("PALERMO_SHARED")
    if not folder:
        pytest.skip("PALERMO_SHARED does not name the folder with the reference texts")
    shared = Path(folder)
    tool, data = shared / "tools/score_documents.py", shared / "data/documents"
    command = f"{sys.executable} -m palermo documents parse --format jsonl"
    call = [sys.executable, str(tool), str(data), "--form", form, "--command", command]
    done = subprocess.run(call, capture_output=True, text=True, check=True, timeout=300)
    rows = re.findall(r"^ *([\d.]+)% +\d+ of \d+ +(.+)$", done.stdout, re.MULTILINE)
    return {measure: float(share) / 100 for share, measure in rows}


@pytest.mark.parametrize("form", LEAST)
def test_official_texts_are_read_as_well_as_the_reference_says(form: str) -> None:
    reached = shares(form)
    wanted = {**EVERYWHERE, **LEAST[form]}
    assert {name: reached[name] for name, least in wanted.items() if reached[name] < least} == {}
