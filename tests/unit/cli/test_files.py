"""What a command writes beside the database is for its owner only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_nobody_else_may_read_what_a_service_keeps(tmp_path: Path) -> None:
    data = tmp_path / "var"
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PALERMO_", "DATABASE_", "DJANGO_"))
    }
    command = [sys.executable, "-m", "palermo", "demo", "--no-serve", "--data", str(data)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    open_to_others = [path.name for path in data.rglob("*") if path.stat().st_mode & 0o077]
    assert open_to_others == []
