"""Profiles as JSON, read with their version checked against what they hold."""

from collections.abc import Iterable

from pydantic import ValidationError

from schemas.base import first_fault
from schemas.source_profile import SourceProfile
from workers.profiles.learning import version_of


class DamagedProfile(ValueError):  # noqa: N818  # it names the state of what was read
    """Bytes that are no profile, or one whose version is not that of its content; the message is one line."""


def write_profile(profile: SourceProfile) -> bytes:
    """Write a profile as one line of JSON, without the line's end."""
    return profile.model_dump_json().encode()


def read_profile(value: bytes, *, trusted: bool = False) -> SourceProfile:
    """Read a profile.

    Args:
        value: its JSON.
        trusted: whether it comes from where nobody but khabar writes, and is taken by its word: an earlier release may
            have counted its version over other fields.

    Raises:
        DamagedProfile: it is none, or was changed without getting another version.
    """
    try:
        profile = SourceProfile.model_validate_json(value)
    except ValidationError as error:
        raise DamagedProfile(f"no profile: {first_fault(error)}") from error
    if not trusted and profile.version != version_of(profile):
        raise DamagedProfile(f"the profile of {profile.source} is not what its version {profile.version} names")
    return profile


def read_profiles(lines: Iterable[bytes]) -> list[SourceProfile]:
    """Read profiles, one a line; empty lines are nothing.

    Raises:
        DamagedProfile: a line is no profile.
    """
    return [read_profile(line) for line in lines if line.strip()]
