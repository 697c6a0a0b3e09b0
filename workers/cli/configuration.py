"""The settings, as commands ask for them."""

from typing import Any

from workers.cli.errors import MISUSED, Failure
from workers.settings import InvalidSettings, Settings


def load_settings(**overrides: dict[str, Any]) -> Settings:
    """Read the settings from the environment; options of the command line go first.

    Raises:
        Failure: a value cannot be used; the line names the variable, the exit code is 2.
    """
    try:
        return Settings.load(**overrides)
    except InvalidSettings as error:
        failure = Failure(str(error))
        failure.exit_code = MISUSED
        raise failure from error
