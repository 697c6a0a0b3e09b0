"""Datings: the day of a year beside nothing but names, on a line of its own or before a lead.

Names that no list has, of places, papers and sections, are told from sentences by what no sentence lacks for long: a
verb, a particle.
"""

import re
from typing import Final

from workers.arabic.dates import Purpose, Stamp, find_stamps
from workers.arabic.fold import fold
from workers.arabic.particles import particles
from workers.arabic.verbs import lead_verbs, present_verbs
from workers.stages.segmentation.features.namings import scene_words
from workers.stages.segmentation.features.pictures import find_picture
from workers.stages.segmentation.phrases.names import names_place

_LINE_CHARS: Final = 90
_STOPS: Final = (".", "؟", "!", "…")
_FIGURE: Final = re.compile(r"\d")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile(r"[A-Za-z]")
_MOST_NAMES: Final = 7
_MOST_PLACE_WORDS: Final = 3
_BEFORE_CHARS: Final = 60
_BEHIND_CHARS: Final = 30
_SPAN: Final = re.compile(r"\d\s?[-–/]\s?$")
_LINK: Final = re.compile(r"(?:^|(?<=[\s\-–—/|ـ(]))(?:في|يوم|بتاريخ)\s*$")
_MARK: Final = re.compile(r"[-–—_/|ـ(\[:،,»]\s*$")
_MARK_BEHIND: Final = re.compile(r"\s*[-–—_/|ـ()\[\]:]")
_FIRST_WORD: Final = re.compile(r"\s*(?P<word>[^\W\d_]+)")
_LED: Final = frozenset({"ليوم", "لليوم"})
"""What a thing of one day is called by it with: `نشرة ليوم السبت 3 مايو 2025`."""
_PARTED: Final = re.compile(r"[-–—/|:()،»]")


def is_dating(line: str) -> bool:
    """Say whether a short line states the day of a year and hardly anything else: `قضايا عربية 2021/11/17`.

    It states no other, nor the first and last day of something, and beside a picture's source it is the picture's.
    """
    if len(line) > _LINE_CHARS or line.endswith(_STOPS) or "©" in line or not _FIGURE.search(line):
        return False
    stamps = [each for each in find_stamps(line) if _is_whole(each)]
    if len(stamps) != 1 or _SPAN.search(line[: stamps[0].start]):
        return False
    before, behind = _LINK.sub("", line[: stamps[0].label_start]), line[stamps[0].end :]
    return names_only(f"{before} | {behind}") and find_picture(fold(line).lower(), ()) is None


def dates_names(line: str) -> bool:
    """Say whether such a line can be no headline: its names are parted or a place, and the date is its end.

    Of 6,135 headlines none is so; those that end in a day say of what day's prices or weather they tell.
    """
    if not is_dating(line):
        return False
    stamp = find_stamps(line)[-1]
    before = _LINK.sub("", line[: stamp.label_start])
    return _WORDS.search(line, stamp.end) is None and (_PARTED.search(before) is not None or _opens_in_place(before))


def dating_of(lead: str) -> Stamp | None:
    """Find the day of a year that stands before a lead, behind a place, a mark or nothing, whoever is named beside it.

    `صدى الجبل - 14/09/2019 أعلنت ...`, `المنامة ـ السبت ـ 14 / 9 / 2019 ـ قال ...`. A mark or a lead's verb follows.
    """
    if not _FIGURE.search(lead, 0, _BEFORE_CHARS):
        return None
    stamp = next(filter(_is_whole, find_stamps(lead)), None)
    if stamp is None or stamp.label_start > _BEFORE_CHARS or len(lead) - stamp.end < _BEHIND_CHARS:
        return None
    before = lead[: stamp.label_start]
    names = _LINK.sub("", before)
    if (len(names) < len(before) and not names.strip()) or not names_only(names):
        return None
    apart = not names.strip() or _MARK.search(names) or _opens_in_place(names)
    behind = _FIRST_WORD.match(lead, stamp.end)
    ended = _MARK_BEHIND.match(lead, stamp.end) or (behind and fold(behind["word"]) in lead_verbs())
    return stamp if apart and ended else None


def _opens_in_place(names: str) -> bool:
    """Say whether names begin with a place's: `البصرة الميناء اليوم`."""
    words = fold(names).lower().split()
    return any(names_place(" ".join(words[:end])) for end in range(1, min(len(words), _MOST_PLACE_WORDS) + 1))


def names_only(text: str) -> bool:
    """Say whether words are few, and none of them is a sentence's or a caption's."""
    if len(text) > _LINE_CHARS or _LATIN.search(text):
        return False
    words = _WORDS.findall(fold(text))
    if len(words) > _MOST_NAMES:
        return False
    told = (particles(), lead_verbs(), present_verbs(), scene_words(), _LED)
    return all(known.isdisjoint(words) for known in told)


def _is_whole(stamp: Stamp) -> bool:
    """Say whether a stamp is the day of a year, as the page states it, and not the site's clock."""
    return not stamp.relative and stamp.precision is not None and stamp.purpose is not Purpose.CAPTURED
