"""`khabar enrich`: pages in, enriched pages out, no broker."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

import click

from workers.cli.bidi import Bidi
from workers.cli.configuration import load_settings
from workers.cli.enrichment import check_chain, enrich, open_index
from workers.cli.errors import FAILED, complain, counted, is_terminal
from workers.cli.inputs import STANDARD_INPUT, Layout, Record, Unread, outputs_of, read_records
from workers.cli.known_profiles import Profiles, open_profiles
from workers.cli.output import Sink, open_output, open_sink
from workers.cli.progress import open_progress
from workers.cli.rejects import Rejects
from workers.index.deduper import Deduper
from workers.intake import Rejected

BATCH_PAGES: Final = 64
"""Pages between two commits of index and profiles: a killed run does at most so many again, with the same result."""


@click.command
@click.argument(
    "inputs", metavar="[FILES|FOLDERS|-]...", nargs=-1, type=click.Path(exists=True, readable=False, allow_dash=True)
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@click.option("--pretty", is_flag=True, help="Show pages for people: segments, metadata, entities, decisions.")
@click.option(
    "--bidi",
    type=click.Choice(Bidi, case_sensitive=False),
    default=Bidi.ISOLATE.value,
    show_default=True,
    help="How --pretty writes right-to-left text: isolated, as it is, or joined and turned where a terminal cannot.",
)
@click.option(
    "--state", type=click.Path(file_okay=False, path_type=Path), help="Folder that remembers documents between runs."
)
@click.option(
    "--profiles",
    "fixed",
    type=click.Path(exists=True, path_type=Path),
    help="Read pages with these sources' profiles, and learn nothing; `khabar profiles learn` writes them.",
)
@click.option(
    "--dead-letters",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write rejected pages to a file, as JSON lines.",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(Layout, case_sensitive=False),
    help="How files hold pages; else by name, or by their beginning.",
)
def command(  # noqa: PLR0913, PLR0917  # click hands over one argument an option
    inputs: tuple[str, ...],
    output: Path | None,
    pretty: bool,  # noqa: FBT001  # click passes by name
    bidi: Bidi,
    state: Path | None,
    fixed: Path | None,
    dead_letters: Path | None,
    layout: Layout | None,
) -> None:
    """Enrich pages without a broker.

    Takes bare texts (.txt) and HTML (.html), one page each, JSON pages (.json), JSON lines (.jsonl), folders of these,
    and - for standard input. Gives one JSON line a page, in the same order. With --state, what pages teach of their
    sources helps with later ones.

    A bare page's id is its file's name without suffix, with the folders between where a folder is named: a.txt and
    b/a.txt of one folder are `a` and `b/a`. A second one of the same name in one run gets an id of its content instead.
    Between runs, the same name is the same page: where several folders have it, name the folder above them.

    A page that cannot be enriched is told on the error stream with its file, line and reason; the others go on, and
    the exit code is 1.
    """
    inputs = inputs or _default_inputs()
    outputs = outputs_of(inputs, output, dead_letters)
    settings = load_settings()
    check_chain()
    with ExitStack() as stack:
        deduper = stack.enter_context(open_index(state, ttl=timedelta(days=settings.dedupe.ttl_days)))
        profiles = stack.enter_context(open_profiles(state, fixed, enabled=settings.profiles.enabled))
        # What an earlier run wrote is gone from here on: nothing may refuse this one any more.
        sink = stack.enter_context(open_sink(output, bidi=bidi if pretty else None))
        keep = stack.enter_context(open_output(dead_letters)) if dead_letters else None
        visible = is_terminal(sys.stderr) and (output is not None or not is_terminal(sys.stdout))
        progress = stack.enter_context(open_progress(inputs, leave_out=outputs, visible=visible))
        rejects = Rejects(progress.tell, keep)
        memory = _Memory(deduper, profiles)
        pages = _run(read_records(inputs, layout=layout, leave_out=outputs), memory, sink, rejects, progress.advance)
    if visible or rejects.count:
        complain(f"{counted(pages, 'page')} enriched, {rejects.count:,} rejected")
    if rejects.count:
        sys.exit(FAILED)


def _default_inputs() -> tuple[str, ...]:
    if is_terminal(sys.stdin):
        raise click.UsageError("nothing to enrich: name files or folders, or - for standard input")
    return (STANDARD_INPUT,)


class _Memory(NamedTuple):
    """What a run remembers of earlier pages."""

    deduper: Deduper
    profiles: Profiles


def _run(
    records: Iterator[Record | Unread],
    memory: _Memory,
    sink: Sink,
    rejects: Rejects,
    advance: Callable[[int], None],
) -> int:
    """Enrich records one by one; index and profiles learn of a page only after its line is out.

    Returns:
        How many pages were enriched.
    """
    written: list[str] = []
    pages = 0
    try:
        for record in records:
            if isinstance(record, Unread):
                rejects.add_unread(record)
                continue
            try:
                page = enrich(record, memory.deduper, memory.profiles.profile_of)
            except Rejected as rejected:
                rejects.add(record, rejected)
            else:
                sink.write(page)
                memory.profiles.learn(page)
                written.append(page.page_id)
                pages += 1
            advance(len(record.value) + 1)
            if len(written) >= BATCH_PAGES:
                memory.deduper.commit()
                memory.profiles.commit()
                written.clear()
    finally:
        for page_id in written:
            memory.deduper.commit(page_id)
        memory.deduper.discard()
        memory.profiles.commit()
    return pages
