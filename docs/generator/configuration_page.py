"""docs/configuration.md, from the settings."""

from enum import Enum
from pathlib import Path

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from workers.settings import PREFIX, Settings, variable

_HEAD = f"""<!-- Written by `make generate` from workers/settings.py. -->
# Configuration

Every setting is an environment variable `{PREFIX}<GROUP>__<NAME>`. An unknown variable with the prefix of a group and a
value that cannot be used end the command with one line that names it.

"""


def configuration_page() -> str:
    """Write the page."""
    return _HEAD + "\n".join(_section(name, field) for name, field in Settings.model_fields.items())


def _section(group: str, field: FieldInfo) -> str:
    kind = field.annotation
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        raise TypeError(f"setting {group!r} belongs to no group")
    rows = [
        f"| `{variable(group, name)}` | {_default(setting)} | {setting.description} |"
        for name, setting in kind.model_fields.items()
    ]
    about = (kind.__doc__ or "").partition("\n")[0]
    return "\n".join(
        [f"## {group}", "", about, "", "| variable | default | meaning |", "| --- | --- | --- |", *rows, ""]
    )


def _default(field: FieldInfo) -> str:
    value = field.get_default(call_default_factory=False)
    if value is PydanticUndefined:
        return "required"
    if value is None or value == "":
        return "none"
    return f"`{_plain(value)}`"


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(map(_plain, value))
    if isinstance(value, Enum):
        return str(value.value)
    return value.as_posix() if isinstance(value, Path) else str(value)
