"""docs/topics.md, from the catalogue."""

from datetime import timedelta

from schemas.json_schema import name_of
from topics.catalogue import CATALOGUE
from topics.topic import Topic

_HEAD = """<!-- Written by `make generate` from topics/catalogue.py. -->
# Topics

Declared once, in `topics/catalogue.py`. Faust's topics, `khabar topics apply|check` and this page derive from there.
On a broker every name has a prefix, `khabar-` unless `KHABAR_TOPICS__PREFIX` says otherwise.

"""


def topics_page() -> str:
    """Write the page."""
    return _HEAD + _overview() + "\n".join(_section(topic) for topic in CATALOGUE)


def _overview() -> str:
    rows = ["| topic | key | value | partitions | kept | largest message |", "| --- | --- | --- | --- | --- | --- |"]
    rows += [
        f"| [{topic.name}](#{topic.name}) | {topic.key} | {_value(topic)} | {topic.partitions} | {_kept(topic)} "
        f"| {_size(topic.max_message_bytes)} |"
        for topic in CATALOGUE
    ]
    return "\n".join(rows) + "\n\n"


def _section(topic: Topic) -> str:
    settings = "\n".join(f"- `{name}={value}`" for name, value in topic.config().items())
    order = " All records meet in one partition; more would break the pipeline." if topic.ordered else ""
    return f"""## {topic.name}

{topic.description}{order}

Written by {_list(topic.producers)}; read by {_list(topic.consumers)}.

{settings}
"""


def _value(topic: Topic) -> str:
    if topic.value is None:
        return "bytes"
    name = name_of(topic.value)
    return f"[`{topic.value.__name__}`](../schemas/generated/{name}.schema.json)"


def _kept(topic: Topic) -> str:
    kept = [] if topic.retention is None else [f"{topic.retention // timedelta(days=1)} days"]
    return ", ".join(["last of each key", *kept] if topic.compacted else kept)


def _size(size: int) -> str:
    return f"{size / 1024 / 1024:g} MiB"


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" if name.startswith("khabar ") else name for name in names)
