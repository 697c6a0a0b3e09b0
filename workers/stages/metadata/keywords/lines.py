"""Keyword lines: tags between delimiters, hashtags, or tags without any delimiter."""

import re
from collections.abc import Sequence
from typing import Final

from workers.stages.metadata.keywords.undelimited import split_tags
from workers.stages.metadata.labels import label_end
from workers.stages.metadata.line import trim
from workers.stages.metadata.names import distinct

_MARKED: Final = re.compile(r"[:：|»…]\s*\Z|\.\.\s*\Z|[-–—/]\s+\Z")
_HASHTAG: Final = re.compile(r"#(\w+)")
_DELIMITERS: Final = (r"[|•]", r"[;؛]", r"[،,]", r"(?<=\s)[-–—/](?=\s)", r"\t|\s{2,}")
"""Strongest first: a weaker mark may stand inside a tag."""


def read_keywords(lines: Sequence[str], evidence: Sequence[str]) -> tuple[str, ...]:
    """Read a document's tags, in the page's order and spelling, each once.

    Args:
        lines: its keyword lines; a label at the beginning is no tag.
        evidence: the page's own text and related headlines, in which tags without delimiters are looked for.
    """
    values = [value for number, line in enumerate(lines) if (value := _value(line, first=not number)).strip()]
    tags = (tag for value in values for tag in _cut(value, evidence, alone=len(values) == 1))
    return distinct(trimmed for tag in tags if (trimmed := trim(tag)))


def _value(line: str, *, first: bool) -> str:
    """Leave out a line's label; past the first line, and where only a space follows, its word may be a tag's own."""
    end = label_end(line, "keywords")
    if not end or end == len(line.rstrip()):
        return line if end and not first else line[end:]
    marked = line[end] == "#" or _MARKED.search(line, 0, end) is not None
    return line[end:] if marked or (first and " " in line[:end].strip()) else line


def _cut(value: str, evidence: Sequence[str], *, alone: bool) -> list[str]:
    hashtags = _HASHTAG.findall(value)
    if hashtags:
        return [tag.replace("_", " ") for tag in hashtags]
    for delimiter in _DELIMITERS:
        tags = [tag for tag in re.split(delimiter, value) if tag.strip()]
        if len(tags) > 1:
            return tags
    return split_tags(value, evidence) if alone else [value]
