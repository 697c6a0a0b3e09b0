"""Repair: the text as it was meant, before anything points into it.

Every offset of an event refers to the repaired text. Where no encoding accident is mended, that text is as long as the
captured one and its offsets are the same: line ends (CRLF too) and other white space stay, unseen marks are replaced.
Repairing a repaired text changes nothing.
"""

from dataclasses import replace
from typing import Final

from workers.stages.page import Page
from workers.stages.repair.marks import is_suspect, mend_surrogates, neutralise_marks, split_lines
from workers.stages.repair.mojibake import mend_mojibake
from workers.stages.stage import Stage

_PASSES: Final = 8
"""Text mangled n times holds 2^n characters for one; a line that is still changing after so many is no accident."""


def repair_text(text: str) -> str:
    """Mend a text: broken surrogates, encoding accidents, stray control, direction and zero-width marks.

    Idempotent, linear in the text's length; a text without any of these comes back as it is.
    """
    if not is_suspect(text):
        return text
    return "".join(_repair_line(line) if is_suspect(line) else line for line in split_lines(mend_surrogates(text)))


def _repair_line(line: str) -> str:
    """Mend one line until nothing changes, since what was mangled twice must be mended twice."""
    before = given = neutralise_marks(line, encoded=False)
    for _ in range(_PASSES):
        after = neutralise_marks(mend_mojibake(before), encoded=False)
        if after == before:
            # Only now is it sure that a soft hyphen or a control is no byte of mangled text.
            after = neutralise_marks(before, encoded=True)
            if after == before:
                return after
        before = after
    return given


def repair(page: Page) -> Page:
    """Mend the page's text."""
    return replace(page, text=repair_text(page.text))


REPAIR = Stage("repair", requires=frozenset({"text"}), provides=frozenset({"text"}), apply=repair)
