"""The same page gives the same event in every process."""

import os
import subprocess
import sys
from pathlib import Path


def enrich(folder: Path, **variables: str) -> bytes:
    """Enrich a folder's pages in a process of its own."""
    command = (sys.executable, "-m", "workers.cli", "enrich", str(folder))
    result = subprocess.run(  # noqa: S603  # our own command
        command, env=os.environ | variables, capture_output=True, check=False, timeout=120
    )
    assert result.stdout, result.stderr
    return result.stdout


def test_events_do_not_depend_on_the_process(root: Path) -> None:
    """Neither the order of hashing, nor the time zone, nor the locale shows in any event."""
    samples = root / "workers" / "cli" / "samples"
    here = enrich(samples, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    there = enrich(samples, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C")
    assert here == there
