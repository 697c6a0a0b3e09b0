"""Systems that read an article off a page, behind one door: khabar's stages and well-known extractors.

The others are no dependency of khabar's: the group `bench` has them, and only this module imports them.
"""

import logging
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from importlib.metadata import version
from typing import Final

from schemas.document import Role
from schemas.raw_page import RawPage
from schemas.segment import Owner, SegmentKind
from workers.intake import open_page
from workers.markup.document import read_html
from workers.stages.metadata import METADATA
from workers.stages.repair import REPAIR
from workers.stages.segmentation import SEGMENTATION
from workers.stages.stage import Chain
from workers.version import PIPELINE_VERSION

try:
    import dateparser
    import justext
    import trafilatura
    from dateparser.search import search_dates
    from goose3 import Goose
except ModuleNotFoundError as error:
    install = "`make bench` installs it, as does `pip install --require-hashes -r deploy/lock/bench.txt`"
    raise SystemExit(f"no module {error.name}: the dependency group `bench` has it; {install}") from error

DATED_LINE_CHARS: Final = 100
"""Longer lines are prose, in which the date parser would find whatever the article tells of."""
_LANGUAGES: Final = ["ar", "en"]


@dataclass(frozen=True, slots=True)
class Source:
    """A page as all systems get it: its markup, or its flat text; and what is known beside it."""

    content: str
    is_html: bool
    url: str
    captured_at: datetime

    @property
    def html(self) -> str:
        """The markup; for a flat text a paragraph a line, which is the most that such a text shows."""
        if self.is_html:
            return self.content
        lines = "".join(f"<p>{escape(line)}</p>\n" for line in self.content.splitlines() if line.strip())
        return f"<html><head><meta charset='utf-8'></head><body>{lines}</body></html>"


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a system says; None in place of a body means that it does not look for one, and so on."""

    body: str | None
    headline: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class System:
    """A system by its name and version, and what it looks for."""

    name: str
    read: Callable[[Source], Extracted]
    titles: bool = True
    dates: bool = True
    bodies: bool = True


_READ: Final = Chain([REPAIR, SEGMENTATION, METADATA])
"""What the others do too; names and fingerprints are khabar's own affair."""


def _khabar(source: Source) -> Extracted:
    content = {"html": source.content} if source.is_html else {"text": source.content}
    raw = RawPage.model_validate({"page_id": "page", "url": source.url, **content})
    page = _READ(open_page(raw, captured_at=source.captured_at))
    own = (SegmentKind.PARAGRAPH, Owner.ARTICLE)
    body = [page.text[each.start : each.end] for each in page.segments if (each.kind, each.owner) == own]
    article = next((each for each in page.documents if each.role is Role.ARTICLE), None)
    if article is None:
        return Extracted("\n".join(body))
    headline = article.headline.text if article.headline else None
    return Extracted("\n".join(body), headline, (article.metadata.published_at or "")[:10] or None)


def _trafilatura(source: Source, *, precise: bool = False) -> Extracted:
    found = trafilatura.bare_extraction(
        source.html, url=source.url, with_metadata=True, include_comments=False, favor_precision=precise
    )
    return Extracted(found.text or "", found.title, found.date) if found else Extracted("")


def _trafilatura_precise(source: Source) -> Extracted:
    return _trafilatura(source, precise=True)


_STOP_WORDS: Final = justext.get_stoplist("Arabic")


def _justext(source: Source) -> Extracted:
    paragraphs = justext.justext(source.html.encode(), _STOP_WORDS, encoding="utf-8")
    return Extracted("\n".join(each.text for each in paragraphs if not each.is_boilerplate and not each.is_heading))


_GOOSE: Final = Goose({"enable_image_fetching": False, "target_language": "ar", "use_meta_language": False})


def _goose(source: Source) -> Extracted:
    found = _GOOSE.extract(raw_html=source.html)
    return Extracted(found.cleaned_text, found.title or None, (found.publish_date or "")[:10] or None)


def _dateparser(source: Source) -> Extracted:
    text = read_html(source.content).text if source.is_html else source.content
    settings = date_settings(source.captured_at)
    for line in text.splitlines():
        if len(line) <= DATED_LINE_CHARS and (found := search_dates(line, languages=_LANGUAGES, settings=settings)):
            return Extracted(None, None, f"{found[0][1]:%Y-%m-%d}")
    return Extracted(None)


def date_settings(captured_at: datetime) -> dict[str, object]:
    """Set the date parser as a reader of Arabic news would: day before month, ages against the capture, whole dates."""
    base = captured_at.astimezone(UTC).replace(tzinfo=None)
    return {
        "RELATIVE_BASE": base,
        "DATE_ORDER": "DMY",
        "PREFER_DATES_FROM": "past",
        "REQUIRE_PARTS": ["day", "month"],
    }


def parse_date(line: str, captured_at: datetime) -> datetime | None:
    """Let the date parser read a whole line as a date."""
    found: datetime | None = dateparser.parse(line, languages=_LANGUAGES, settings=date_settings(captured_at))
    return found


def search_date(line: str, captured_at: datetime) -> datetime | None:
    """Let the date parser look for a line's first date."""
    found = search_dates(line, languages=_LANGUAGES, settings=date_settings(captured_at))
    first: datetime | None = found[0][1] if found else None
    return first


def quiet() -> None:
    """Keep what the systems say of broken pages off the table."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")


SYSTEMS: Final = (
    System(f"khabar {PIPELINE_VERSION}", _khabar),
    System(f"trafilatura {version('trafilatura')}", _trafilatura),
    System(f"trafilatura {version('trafilatura')}, favouring precision", _trafilatura_precise),
    System(f"jusText {version('justext')}", _justext, titles=False, dates=False),
    System(f"goose3 {version('goose3')}", _goose),
    System(
        f"dateparser {version('dateparser')}, the first date of a short line", _dateparser, titles=False, bodies=False
    ),
)
