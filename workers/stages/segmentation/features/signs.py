"""Signs: what a line's surface says of menus, glued fields, broken sentences and tags."""

import re
from collections.abc import Iterator
from typing import Final

from workers.arabic.conjunctions import joins
from workers.arabic.fold import fold
from workers.arabic.particles import particles
from workers.arabic.verbs import lead_verbs
from workers.stages.segmentation.features.menus import is_menu, joins_sections
from workers.stages.segmentation.features.namings import QUIET, namings_of, speech_verbs
from workers.stages.segmentation.features.notices import is_notice
from workers.stages.segmentation.features.pictures import shows_person
from workers.stages.segmentation.features.rows import is_row
from workers.stages.segmentation.lines import TEXT_CHARS, may_be_title
from workers.stages.segmentation.phrases.datelines import opening_of, opens_dateline, opens_wire
from workers.stages.segmentation.phrases.names import (
    names_any_source,
    names_person,
)

_SHORT_CHARS: Final = 130
_BAR: Final = re.compile(r"\s[|/»«›>–—•·-]{1,2}\s|[|»›]")
_BARLIKE: Final = re.compile(r"[|/»«›>–—•·-]")
_BARS: Final = 2
_WIDE: Final = re.compile(r"\S(?:[ \xa0]{2,}|\xa0)\S")
_WIDES: Final = 2
_STUCK: Final = re.compile(r"[ةى][^\W\d_]")
_STUCK_NUMBER: Final = re.compile(r"\d(?:(?<=[^\W\d_]{3}\d)\d?[^\w:.]|[\u0621-\u064a]{3})")
_LONGEST_WORD: Final = 17
_LONG_WORD: Final = re.compile(r"[^\W\d_]{18}")
_TRAIL: Final = re.compile(r"\W{0,3}(?:الصفحة )?(?:الرئيسية|home)(?:\s{0,2}[»>›/|–-]|(?:\s\w+){1,4}$)")
_RULE: Final = re.compile(r"[{};]\s*$|\{.*\}|[A-Za-z_]\(.*\);?$|^@media\b|</?\w+>")
_RULELIKE: Final = re.compile(r"[{};(<@]")
_ENTITY: Final = re.compile(r"&#?\w{2,8};\s*$")
"""A character of HTML that nobody decoded, as `&quot;`, ends no rule."""
_EDITOR: Final = "رئيس التحرير"
_MARKS_BESIDE: Final = " :|/–—-"
_OFFICES: Final = re.compile("رئيس مجلسي? الادارة|رئيس التحرير|مدير التحرير|المدير العام|المشرف العام")
_CLOCK: Final = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_SERIAL: Final = re.compile(r"\d{7}")
_TWO_TIMES: Final = 2
"""So many has a date in ISO 8601 with its offset."""
_HASHED: Final = re.compile(r"#\s?[^\W\d]\w+")
_WRAPPED: Final = re.compile(r"[(\[/{«\"].*[)\]/}»\"]:?")
_OPENING: Final = re.compile(r"\W*(?P<word>[^\W\d_]+)")
_FEWEST_JOINED: Final = 4
_LONGEST_PARTICLE: Final = 10
_NUMBER: Final = re.compile(r"[•●▪·]?[\d\s.,:/٪%+-]+")
_PAUSE: Final = re.compile(r"[،؛,.!؟?](?:(?<=[،؛,])|(?<=\.)(?<!\.\.)(?!\.)|(?<=[!؟?])(?=\s))")
"""The class of all marks comes first, since for nothing else a search passes over letters so fast."""
_BREATH_CHARS: Final = 180
"""Of 13,000 longer paragraphs in 6,135 articles one in 60 has no comma and no full stop."""
_SEAM_CHARS: Final = 110
_AND: Final = "و"
_ONE_OF: Final = "احد"
"""`أحد`, `إحدى`: with them descriptions begin, too."""
_FIRST_ARABIC: Final = "\u0621"
_REVIEW: Final = re.compile(
    r"(?:[^-–]{0,40}[-–]\s?)?(?:عناوين|العناوين|ابرز|اهم|اسرار|مقدمات|افتتاحيات|مانشيتات|جولة|قراءة)\s"
    r"(?:[^\s.]{1,12}\s){0,3}(?:[وبفل]?ال|لل)?(?:صحف|صحافة|مجلات|نشرات)(?!\w)"
)
"""What a review of the press calls itself."""
_BARS_FIRST: Final = "|–—-"
_BARS_LAST: Final = "|/_–—-"
"""What one of 6,135 headlines ends with."""
_PUNCTUATION: Final = '.,،؛:!؟?)»"”'


def signs_of(text: str, head: str, *, named: bool) -> list[str]:
    """Name what a line's surface says.

    Args:
        text: the line, trimmed and not empty.
        head: its beginning, folded and in lower case; the whole line if it is short.
        named: whether it is a name or begins with a marker, so that it has no voice to miss.
    """
    signs: list[str] = []
    if len(text) <= _SHORT_CHARS:
        _add_furniture(signs, text, head, named=named)
    _add_sentence(signs, text, head)
    if is_notice(text):
        signs.append("notice")
    if _REVIEW.match(head):
        signs.append("review")
    if is_row(text):
        signs.append("row")
    if signs and signs[0] == "mute" and signs[-1] in QUIET and _is_description(head):
        signs.append("describes")
        if shows_person(head.split()):
            signs.append("portrait")
    return signs


def _is_description(head: str) -> bool:
    """Say whether a folded line is nothing but Arabic words, as what tells what a picture shows.

    With a particle a sentence goes on that is broken over lines: `في سوق الخشب القديم`, `كما تم حجز`.
    """
    words = head.split()
    leads_up = words[0] == _AND or (words[0] in particles() and not words[0].startswith(_ONE_OF))
    return head[0] >= _FIRST_ARABIC and not leads_up and "".join(words).isalpha()


def _add_furniture(signs: list[str], text: str, head: str, *, named: bool) -> None:
    if _TRAIL.match(head):
        signs.append("trail")
    if _BARLIKE.search(text) and len(_BAR.findall(text)) >= _BARS:
        signs.append("bars")
    if ("  " in text or "\xa0" in text) and len(_WIDE.findall(text)) >= _WIDES:
        signs.append("spaced")
    long = _has_long_word(text)
    if long or _STUCK.search(text) or _STUCK_NUMBER.search(text):
        signs.append("glued")
    if long and joins_sections(head):
        signs.append("menu")
    if _RULELIKE.search(text) and _RULE.search(text) and not _ENTITY.search(text):
        signs.append("rule")
    signs += _counted(text, head)
    if _WRAPPED.fullmatch(text):
        signs.append("enclosed")
    if _NUMBER.fullmatch(text):
        signs.append("number")
    else:
        signs += namings_of(text, head, named=named)


def _counted(text: str, head: str) -> Iterator[str]:
    """Say whether a line holds several offices of a paper, several times of day, a telephone's number, or hashtags."""
    if _EDITOR in head and (len(_OFFICES.findall(head)) > 1 or _names_editor(head)):
        yield "imprint"
    if text.count(":") > _TWO_TIMES and len(_CLOCK.findall(text)) > _TWO_TIMES:
        yield "clocks"
    if _SERIAL.search(text):
        yield "serial"
    if "#" in text:
        yield "hashtags" if text.count("#") > 1 else "hashed" if _HASHED.fullmatch(text) else "hashtag"


def _names_editor(head: str) -> bool:
    """Say whether a line is an outlet's name and who edits it: `المرفأ نيوز رئيس التحرير سمير حداد`."""
    outlet, _, editor = head.partition(_EDITOR)
    return names_any_source(outlet.strip(_MARKS_BESIDE)) and names_person(editor.strip(_MARKS_BESIDE))


def _has_long_word(text: str) -> bool:
    return max(map(len, text.split())) > _LONGEST_WORD and _LONG_WORD.search(text) is not None


def _add_sentence(signs: list[str], text: str, head: str) -> None:
    first, last = text[0], text[-1]
    if first in _PUNCTUATION:
        signs.append("opens_mid")
    elif first in _BARS_FIRST:
        signs.append("opens_bar")
    signs += _opening(text, head)
    if ending := _ending(text, last):
        signs.append(ending)
    if len(text) > _SEAM_CHARS and not _PAUSE.search(text) and (run := _run(text)):
        signs.append(run)
    if text.count('"') % 2 or text.count("«") != text.count("»") or text.count("(") != text.count(")"):
        signs.append("unbalanced")


def _opening(text: str, head: str) -> Iterator[str]:
    """Say whether a line opens with "and", with a verb of speech or of leads, or, if it is a text, with a dateline."""
    opening = _OPENING.match(head)
    leads = False
    if opening:
        word = opening["word"]
        if len(word) >= _FEWEST_JOINED and joins(word):
            yield "opens_and"
            word = word[1:]
        if word in speech_verbs():
            yield "opens_verb"
        leads = word in lead_verbs()
        if leads:
            yield "opens_lead"
    if leads and len(text) > _BREATH_CHARS:
        yield "opens_text"
    elif len(text) >= TEXT_CHARS and _opens_dateline(text):
        yield "opens_dateline"


def _opens_dateline(text: str) -> bool:
    return opens_wire(text) if may_be_title(text) else opens_dateline(opening_of(text), colon=False)


def _run(text: str) -> str:
    """Say whether a line without a pause is a menu, too long for a sentence, or has words stuck together."""
    if is_menu(text):
        return "menu"
    if len(text) > _BREATH_CHARS:
        return "breathless"
    return "seamed" if _STUCK.search(text) else ""


def _ending(text: str, last: str) -> str:
    """Say how a line ends that goes on, asks or awaits a name."""
    if last in "؟!?":
        return "asks"
    if last in _BARS_LAST:
        return "ends_bar"
    dangles = last not in _PUNCTUATION and fold(text[-_LONGEST_PARTICLE:].rsplit(None, 1)[-1]) in particles()
    return "dangles" if dangles else ""
