"""docs/judged-page.md: one page's parts, what speaks for which state, and what was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from workers.stages.segmentation import describe, parts_of
from workers.stages.segmentation.judge import judge_lines
from workers.stages.segmentation.settlement import settle
from workers.stages.segmentation.states import STATES
from workers.stages.segmentation.weights import Scores, weigh

PAGE: Final = """\
الرئيسية
الأحد 7 ديسمبر 2025
بلدية المدينة تفتح سوقها الجديد
الخميس 4 ديسمبر 2025 - 10:30
افتتح رئيس البلدية صباح اليوم سوقا جديدة للخضر في وسط المدينة، بعد عامين من أعمال البناء.
المصدر: رويترز
اقرأ أيضا
طقس معتدل على السواحل
تتوقع الأرصاد أن تبقى درجات الحرارة حول معدلاتها حتى نهاية الأسبوع، مع رياح خفيفة على
"""

_SHOWN_CHARS: Final = 40
_SHOWN_STATES: Final = 3
_NAMES: Final = tuple(STATES)


@dataclass(frozen=True, slots=True)
class Judged:
    """A part as it is shown, its features, what they speak for (a score a state), and the state that was chosen."""

    text: str
    groups: Sequence[tuple[str, ...]]
    scores: Scores
    state: str


def judged_parts() -> list[Judged]:
    """Judge the page."""
    parts = parts_of(PAGE)
    described = describe(parts)
    chosen = settle(parts, judge_lines(described))
    return [
        Judged(_cut(part.text), groups, np.sum([weigh(group) for group in groups], axis=0), state)
        for part, groups, state in zip(parts, described, chosen, strict=True)
    ]


def judged_page() -> str:
    """Write the page."""
    rows = [
        f"| {part.text} | {_features(part.groups)} | {_best(part.scores)} | {part.state} |" for part in judged_parts()
    ]
    return "\n".join(
        [
            "# One page, judged",
            "",
            "Written by `make generate` from the weights as they are; [segmentation](segmentation.md) tells what it",
            "means. For each part: what of its own speaks, then what of its surroundings, place and topic does; the",
            "three states that all this speaks for most, each with the sum of its weights; and the state that was",
            "chosen, when the order of states had its say for the whole page.",
            "",
            "| part | features | best states | chosen |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS].rstrip()} …"


def _features(groups: Sequence[tuple[str, ...]]) -> str:
    return "; ".join(
        ", ".join(feature for feature in group if feature != "always")
        for group in groups
        if group and group != ("always",)
    )


def _best(scores: Scores) -> str:
    best = np.argsort(-scores, kind="stable")[:_SHOWN_STATES]
    return ", ".join(f"{_NAMES[place]} {scores[place]:+.1f}" for place in best)
