"""`khabar produce`: pages to the topic of raw pages."""

import json
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable
from typing import Final

import click

from schemas.raw_page import RawPage
from topics.catalogue import RAW_PAGES
from workers.cli.brokers import ask, brokers_option
from workers.cli.errors import FAILED, Failure, complain
from workers.cli.inputs import STANDARD_INPUT, Layout, Record, Unread, read_records
from workers.intake import Rejected
from workers.kafka.admin import check
from workers.kafka.records import Outgoing, sending
from workers.settings import Settings

_OVERHEAD_BYTES: Final = 4096
"""What Kafka adds to a record's value that counts against a topic's limit: headers of batch and record, the key."""


@click.command("produce")
@click.argument(
    "inputs", metavar="[FILES|FOLDERS|-]...", nargs=-1, type=click.Path(exists=True, readable=False, allow_dash=True)
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(Layout, case_sensitive=False),
    help="How files hold pages; else by name, or by their beginning.",
)
@brokers_option
def command(inputs: tuple[str, ...], layout: Layout | None, settings: Settings) -> None:
    """Send pages to the topic of raw pages.

    Takes what `khabar enrich` takes: bare texts and HTML, JSON pages, JSON lines, folders of these, and - for standard
    input. A page without an id or a time gets its file's, as there. What is no page is sent as it is: the worker makes
    a dead letter of it. What cannot be read, is a text where JSON should be or is too large for the topic is told, and
    the exit code is 1.
    """
    if not inputs and sys.stdin.isatty():
        raise click.UsageError("nothing to send: name files or folders, or - for standard input")
    records = read_records(inputs or (STANDARD_INPUT,), layout=layout)
    topic = RAW_PAGES.wire_name(settings.topics.prefix)
    if any(drift.breaking for drift in ask(check(settings, [RAW_PAGES.name]))):
        raise Failure(f"topic {topic} is missing; `khabar topics apply` creates it")
    sent, left_out = ask(_send(settings, topic, records))
    complain(f"{sent:,} {'record' if sent == 1 else 'records'} sent to {topic}")
    if left_out:
        sys.exit(FAILED)


async def _send(settings: Settings, topic: str, records: Iterable[Record | Unread]) -> tuple[int, int]:
    sent = left_out = 0
    async with sending(settings.kafka) as sender:
        for record in records:
            try:
                outgoing = _admitted(record, topic)
            except _LeftOut as reason:
                complain(f"{record.origin}: {reason}")
                left_out += 1
            else:
                await sender.send(outgoing)
                sent += 1
    return sent, left_out


class _LeftOut(ValueError):  # noqa: N818  # it names what becomes of a record
    """A record that is not sent; the message says why."""


def _admitted(record: Record | Unread, topic: str) -> Outgoing:
    if isinstance(record, Unread):
        raise _LeftOut(record.message)
    if astray := record.astray:
        # In the topic it would be a bare text.
        raise _LeftOut(astray)
    outgoing = outgoing_of(record, topic)
    size = len(outgoing.value or b"") + len(outgoing.key or b"")
    if size > RAW_PAGES.max_message_bytes - _OVERHEAD_BYTES:
        raise _LeftOut(f"{size:,} bytes are more than topic {topic} takes")
    return outgoing


def outgoing_of(record: Record, topic: str) -> Outgoing:
    """Make the Kafka record of a page that stands in a file.

    Its key is the page's address, so that all captures of one address stay in order, else its id. A page that lacks
    its time or id gets the file's, as a JSON page; its other fields stay, known or not. What is no page stays as it is.
    """
    try:
        page = record.read()
    except Rejected:
        return Outgoing(topic=topic, key=None, value=record.value)
    key = page.url or page.page_id
    return Outgoing(topic=topic, key=key.encode() if key else None, value=_complete(record, page))


def _complete(record: Record, page: RawPage) -> bytes:
    is_json = not record.html and record.value.removeprefix(BOM_UTF8).lstrip().startswith(b"{")
    content = page.model_dump(mode="json", include={"text", "html"}, exclude_none=True)
    fields = json.loads(record.value.decode("utf-8-sig")) if is_json else content
    known = page.model_dump(mode="json", include={"captured_at", "page_id"}, exclude_none=True)
    missing = {name: given for name, given in known.items() if fields.get(name) is None}
    if is_json and not missing:
        return record.value
    return json.dumps({**fields, **missing}, ensure_ascii=False).encode()
