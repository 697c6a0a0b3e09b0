"""The settings, as commands ask for them."""

from typing import Any, Final

import click

from workers.cli.errors import MISUSED, Failure
from workers.settings import InvalidSettings, Settings

_OPTIONS: Final = {("worker", "stages"): "--stages", ("kafka", "bootstrap_servers"): "--brokers"}
"""The options that give a setting its value."""


def load_settings(**overrides: dict[str, Any]) -> Settings:
    """Read the settings from the environment; options of the command line go first.

    Raises:
        Failure: a value cannot be used; the line names the variable, the exit code is 2.
        click.BadParameter: it was an option's; the line names the option.
    """
    try:
        return Settings.load(**overrides)
    except InvalidSettings as error:
        for (group, name), option in _OPTIONS.items():
            if error.setting == (group, name) and overrides.get(group, {}).get(name) is not None:
                context = click.get_current_context(silent=True)
                raise click.BadParameter(error.fault, context, param_hint=f"'{option}'") from error
        failure = Failure(str(error))
        failure.exit_code = MISUSED
        raise failure from error
