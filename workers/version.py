"""The release that makes the events."""

from importlib.metadata import version
from typing import Final

PIPELINE_VERSION: Final = version("khabar")
