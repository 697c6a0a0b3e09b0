"""`khabar profiles`: what sources' pages teach, learned from files and shown."""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click
from pydantic import ValidationError

from schemas.enriched_page import EnrichedPage, PageEvent
from schemas.source_profile import Named, SourceProfile
from topics.catalogue import SOURCE_PROFILES
from workers.cli.brokers import ask, brokers_option
from workers.cli.enrichment import annotate, check_chain
from workers.cli.errors import FAILED, Failure, complain, counted
from workers.cli.inputs import Record, Unread, outputs_of, read_records
from workers.cli.known_profiles import profiles_in
from workers.cli.output import open_output
from workers.cli.rejects import Rejects
from workers.intake import Rejected
from workers.kafka.records import last_of_each_key, read_to_end
from workers.profiles.files import DamagedProfile, read_profile, write_profile
from workers.profiles.furniture import standing_of
from workers.profiles.knowledge import KeywordOrder, knowledge_of
from workers.profiles.learning import Learner
from workers.profiles.source import source_of
from workers.settings import Settings

_SHOWN: Final = 20
_RENEWED_PAGES: Final = 50
"""Articles after which a source's pages are read with what was learned before them."""
_UNSAFE: Final = re.compile(r"[^\w.-]+")
_EVENT: Final = b'"pipeline_version"'


@click.group("profiles")
def command() -> None:
    """What sources' pages teach: furniture, keywords, dates, publishers."""


@command.command("learn")
@click.argument(
    "inputs",
    metavar="[FILES|FOLDERS|-]...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, readable=False, allow_dash=True),
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="A file for the profiles as JSON lines; a folder that exists gets a file for each source.",
)
@click.option(
    "--from",
    "known",
    type=click.Path(exists=True, path_type=Path),
    help="Profiles to go on from: a file, a folder of them, or a state folder.",
)
def learn_command(inputs: tuple[str, ...], out: Path, known: Path | None) -> None:
    """Learn profiles from pages or from enriched pages.

    Takes what `khabar enrich` takes, and its output as well. A page without source and address teaches nothing, nor
    does one that came before. The same files in the same order give the same profiles.
    """
    leave_out = outputs_of(inputs, out)
    school = _School(profiles_in(known) if known else [])
    check_chain()
    rejects = Rejects(complain, None)
    pages = 0
    for record in read_records(inputs, leave_out=leave_out):
        if isinstance(record, Unread):
            rejects.add_unread(record)
            continue
        try:
            pages += school.learn(record)
        except Rejected as rejected:
            rejects.add(record, rejected)
    profiles = school.profiles()
    if not profiles:
        raise Failure(f"nothing was learned, and {out} is left as it is")
    _write(profiles, out)
    complain(f"{counted(pages, 'page')} learned from, {counted(len(profiles), 'profile')} written")
    if rejects.count:
        sys.exit(FAILED)


@command.command("show")
@click.argument("target", metavar="FILE|SOURCE")
@click.option(
    "--state",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The state folder to look a source up in; else the topic of profiles is read.",
)
@click.option("--json", "as_json", is_flag=True, help="Print profiles as JSON lines.")
@brokers_option
def show_command(target: str, state: Path | None, as_json: bool, settings: Settings) -> None:  # noqa: FBT001  # click passes by name
    """Show the profiles of a file or a state folder, or that of one source."""
    path = Path(target)
    if state is None and path.exists():
        profiles = profiles_in(path)
    else:
        known = profiles_in(state) if state else _asked_for(target, settings)
        profiles = [profile for profile in known if profile.source == source_of(target, None)]
        if not profiles:
            raise Failure(f"no file {target}, and no profile of a source of that name")
    for number, profile in enumerate(profiles):
        if as_json:
            click.echo(write_profile(profile).decode())
        else:
            click.echo(("\n" if number else "") + "\n".join(_told(profile)))


class _School:
    """Learns from records, source by source."""

    def __init__(self, known: list[SourceProfile]) -> None:
        self._in_force: dict[str, SourceProfile | None] = {profile.source: profile for profile in known}
        self._learners = {profile.source: Learner(profile.source, profile) for profile in known}

    def learn(self, record: Record) -> bool:
        """Learn from a record; say whether it taught anything.

        Raises:
            Rejected: the record is neither a page nor an event, or a stage failed on it.
        """
        page = _event(record) or annotate(record, self._in_force.get)
        source = source_of(page.source, page.url)
        if source is None:
            return False
        learner = self._learners.setdefault(source, Learner(source))
        learned = learner.learn(page)
        if learned and learner.articles % _RENEWED_PAGES == 0:
            self._in_force[source] = learner.profile()
        return learned

    def profiles(self) -> list[SourceProfile]:
        """Give the profiles, in the order of their sources' names."""
        return [self._learners[source].profile() for source in sorted(self._learners)]


def _event(record: Record) -> PageEvent | None:
    """Read an enriched page, if the record is one."""
    if _EVENT not in record.value:
        return None
    try:
        return EnrichedPage.model_validate_json(record.value)
    except ValidationError:
        return None


def _write(profiles: list[SourceProfile], out: Path) -> None:
    if out.is_dir():
        for profile in profiles:
            _replace(out / f"{_UNSAFE.sub('_', profile.source)}.json", [profile])
    else:
        _replace(out, profiles)


def _replace(file: Path, profiles: Sequence[SourceProfile]) -> None:
    """Write a file in one piece: what cannot be written whole leaves the earlier one."""
    whole = b"".join(write_profile(profile) + b"\n" for profile in profiles)
    if file.exists() and not file.is_file():
        _write_whole(file, whole)
        return
    beside = file.with_name(f".{file.name}.part")
    _write_whole(beside, whole)
    beside.replace(file)


def _write_whole(file: Path, content: bytes) -> None:
    with open_output(file) as stream:
        stream.write(content)


def _asked_for(target: str, settings: Settings) -> list[SourceProfile]:
    try:
        return ask(_published(settings))
    except Failure as failure:
        # Who named a file did not ask for a broker.
        failure.message = f"no file {target}, and for a source of that name: {failure.message}"
        raise


async def _published(settings: Settings) -> list[SourceProfile]:
    topic = SOURCE_PROFILES.wire_name(settings.topics.prefix)
    records = [record async for record in read_to_end(settings.kafka, [topic])]
    try:
        return [read_profile(record.value or b"", trusted=True) for record in last_of_each_key(records).values()]
    except DamagedProfile as error:
        raise Failure(f"{topic}: {error}") from error


def _told(profile: SourceProfile) -> Iterator[str]:
    """Tell a profile to people."""
    known = knowledge_of(profile)
    learned = f"{counted(profile.articles, 'article')} up to {profile.last_day}"
    yield f"{profile.source}  version {profile.version}, {learned}"
    yield f"  publisher   {known.publisher or 'not sure'}: {_named(profile.publishers)}"
    dates = profile.dates
    order = "month first" if known.month_first else "day first"
    yield f"  dates       {order} ({dates.day_first} : {dates.month_first} sure ones), months {_named(dates.months)}"
    yield f"  clock       24 hours {dates.clock_24} : 12 hours {dates.clock_12}"
    keywords = profile.keywords
    orders = known.vocabulary.orders if known.vocabulary else tuple(KeywordOrder)
    sorting = "order not sure" if len(orders) == len(KeywordOrder) else f"sorted by {' or '.join(orders)}"
    yield f"  keywords    {counted(keywords.lines, 'line')}, {sorting}"
    yield f"  tags        {_named(keywords.tags)}"
    yield f"  furniture   {counted(len(known.lines), 'line')} known of {len(profile.lines)} that recur"
    for line in profile.lines[:_SHOWN]:
        standing = standing_of(line, profile.articles)
        yield f"    {line.seen:>6}  {standing or '?':<10} {line.line}"


def _named(names: tuple[Named, ...]) -> str:
    shown = "، ".join(f"{each.name} {each.seen}" for each in names[:_SHOWN])
    return shown + (" …" if len(names) > _SHOWN else "") or "none"
