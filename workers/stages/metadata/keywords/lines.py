"""Keyword lines: tags between delimiters, hashtags, or tags without any delimiter."""

import re
from collections.abc import Sequence
from typing import Final

from workers.stages.metadata.keywords.undelimited import split_tags
from workers.stages.metadata.line import Value, trim
from workers.stages.metadata.names import distinct

_HASHTAG: Final = re.compile(r"#(\w+)")
_DELIMITERS: Final = (r"[|•]", r"[;؛]", r"[،,]", r"(?<=\s)[-–—/](?=\s)", r"\t|\s{2,}")
"""Strongest first: a weaker mark may stand inside a tag."""


def read_keywords(lines: Sequence[str], evidence: Sequence[str]) -> tuple[str, ...]:
    """Read a document's tags, in the page's order and spelling, each once.

    Args:
        lines: its keyword lines; a label at the beginning is no tag.
        evidence: the page's own text and related headlines, in which tags without delimiters are looked for.
    """
    read = [(line, Value(line)) for line in lines]
    values = [value.text if value.cls == "keywords" else line for line, value in read]
    tags = (tag for value in values for tag in _cut(value, evidence, alone=len(values) == 1))
    return distinct(trimmed for tag in tags if (trimmed := trim(tag)))


def _cut(value: str, evidence: Sequence[str], *, alone: bool) -> list[str]:
    hashtags = _HASHTAG.findall(value)
    if hashtags:
        return [tag.replace("_", " ") for tag in hashtags]
    for delimiter in _DELIMITERS:
        tags = [tag for tag in re.split(delimiter, value) if tag.strip()]
        if len(tags) > 1:
            return tags
    return split_tags(value, evidence) if alone else [value]
