"""The pages that could not be enriched: told one by one, counted, and kept where the user asks for it."""

import base64
import json
import traceback
from collections.abc import Callable
from typing import BinaryIO

from schemas.dead_letter import Reason
from workers.cli.inputs import Record, Unread
from workers.intake import Rejected


class Rejects:
    """What becomes of bad pages.

    Args:
        tell: shows one line.
        keep: where the dead letters go, one JSON line each, or None.
    """

    def __init__(self, tell: Callable[[str], None], keep: BinaryIO | None = None) -> None:
        self.count = 0
        self._tell = tell
        self._keep = keep

    def add(self, record: Record, rejected: Rejected) -> None:
        """Reject a record; where a stage failed on it, the letter keeps its trace."""
        failure = rejected.__cause__ if rejected.reason is Reason.STAGE_FAILED else None
        trace = "".join(traceback.format_exception(failure)) if failure else None
        self._add(record.origin, rejected.reason, str(rejected), stacktrace=trace, **_portable(record.value))

    def add_unread(self, unread: Unread) -> None:
        """Note what could not be read at all; its bytes stay where they are."""
        self._add(unread.origin, unread.reason, unread.message, stacktrace=None, encoding=None, value=None)

    def _add(self, origin: str, reason: Reason | None, message: str, **more: str | None) -> None:
        self.count += 1
        message = " ".join(message.split())
        self._tell(": ".join(filter(None, (origin, reason, message))))
        if self._keep is not None:
            letter = {"origin": origin, "reason": reason, "message": message, **more}
            line = json.dumps(letter, ensure_ascii=False) + "\n"
            self._keep.write(line.encode("utf-8", "backslashreplace"))
            self._keep.flush()


def _portable(value: bytes) -> dict[str, str | None]:
    """Write bytes into JSON so that they can be had back: as text, or as base64 where they are not UTF-8."""
    try:
        return {"encoding": "utf-8", "value": value.decode()}
    except UnicodeDecodeError:
        return {"encoding": "base64", "value": base64.b64encode(value).decode()}
