"""Keyword lines: tags between delimiters, hashtags, or tags without any delimiter."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from schemas.evidence import Support, Way
from workers.profiles.knowledge import Vocabulary
from workers.stages.metadata.finding import Finding, distinct_findings, finding
from workers.stages.metadata.keywords.undelimited import split_tags
from workers.stages.metadata.quote import Quote
from workers.stages.metadata.readers.labels import label_end

_MARKED: Final = re.compile(r"[:：|»…]\s*\Z|\.\.\s*\Z|[-–—/]\s+\Z")
_HASHTAG: Final = re.compile(r"#(\w+)")
_ONE_HASHTAG: Final = re.compile(r"\W*#\s?(\w+(?:\s\w+){1,3})\s*")
"""A tag of several words on a line of its own."""
_DELIMITERS: Final = tuple(map(re.compile, (r"[|•]", r"[;؛]", r"[،,]", r"(?<=\s)[-–—/](?=\s)", r"\t|\s{2,}")))
"""Strongest first: a weaker mark may stand inside a tag."""


def read_keywords(
    lines: Sequence[Quote], evidence: Sequence[str], vocabulary: Vocabulary | None = None
) -> list[Finding]:
    """Read a document's tags, in the page's order and spelling, each once.

    Args:
        lines: its keyword lines; a label at the beginning is no tag.
        evidence: the page's own text and related headlines, in which tags without delimiters are looked for.
        vocabulary: the tags and words that the page's source is known for.
    """
    values = [value for number, line in enumerate(lines) if (value := _value(line, first=not number)).strip()]
    tags = (tag for value in values for tag in _cut(value, evidence, vocabulary, alone=len(values) == 1))
    return distinct_findings(tag for tag in tags if tag.value)


def _value(line: Quote, *, first: bool) -> Quote:
    """Leave out a line's label; past the first line, and where only a space follows, its word may be a tag's own."""
    end = label_end(line, "keywords")
    if not end or end == len(line.rstrip()):
        return line if end and not first else line.part(end)
    marked = line[end] == "#" or _MARKED.search(line, 0, end) is not None
    return line.part(end) if marked or (first and " " in line[:end].strip()) else line


def _cut(value: Quote, evidence: Sequence[str], vocabulary: Vocabulary | None, *, alone: bool) -> Iterator[Finding]:
    if several := _ONE_HASHTAG.fullmatch(value):
        return iter([finding(value.part(*several.span(1)).trimmed(), Way.TAG_LIST)])
    hashtags = [value.part(*match.span(1)) for match in _HASHTAG.finditer(value)]
    if hashtags:
        spaced = (Quote(tag.replace("_", " "), tag.start) for tag in hashtags)
        return (finding(tag.trimmed(), Way.TAG_LIST) for tag in spaced)
    for delimiter in _DELIMITERS:
        tags = [tag for tag in value.parted(delimiter) if tag.strip()]
        if len(tags) > 1:
            return (finding(tag.trimmed(), Way.TAG_LIST) for tag in tags)
    return _parted(value, evidence, vocabulary) if alone else iter([finding(value.trimmed(), Way.TAG_LIST)])


def _parted(value: Quote, evidence: Sequence[str], vocabulary: Vocabulary | None) -> Iterator[Finding]:
    for tag in split_tags(value, evidence, vocabulary):
        found = finding(value.part(tag.start, tag.end).trimmed(), Way.TAG_LINE)
        yield found if tag.decided else found._replace(support=Support.UNDECIDED)
