"""Work counted in calls: what a test can hold growth to without a clock."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls_of(work: Callable[[], object]) -> int:
    """Count the calls of functions while something is done."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: Any) -> None:  # noqa: ANN401  # the interpreter's signature
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
