"""Profiles for runs without a broker: fixed ones from a file, or those that a state folder keeps and goes on with."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from schemas.enriched_page import EnrichedPage
from schemas.source_profile import SourceProfile
from workers.cli.errors import Failure
from workers.index.store import StoreError
from workers.profiles.files import DamagedProfile, read_profile, read_profiles, write_profile
from workers.profiles.shelf import Shelf

PROFILES_FILE: Final = "source-profiles.sqlite"
"""What `--state` keeps beside the dedupe index."""


class Profiles(Protocol):
    """What a run reads its pages with."""

    def profile_of(self, source: str) -> SourceProfile | None:
        """Give the profile in force."""
        ...

    def learn(self, page: EnrichedPage) -> None:
        """Learn from a page that is out."""
        ...

    def commit(self) -> None:
        """Put what was learned in force, and keep it."""
        ...


class Fixed:
    """Profiles that stay as they are.

    Args:
        profiles: those that are known; none by default.
    """

    def __init__(self, profiles: tuple[SourceProfile, ...] = ()) -> None:
        self._profiles = {profile.source: profile for profile in profiles}

    def profile_of(self, source: str) -> SourceProfile | None:
        """Give the profile of a source, if it is among those given."""
        return self._profiles.get(source)

    def learn(self, page: EnrichedPage) -> None:
        """Learn nothing."""

    def commit(self) -> None:
        """Keep nothing."""


class _Kept:
    """Profiles of a state folder, which each commit renews."""

    def __init__(self, file: Path) -> None:
        from workers.index.sqlite import SqliteStore  # noqa: PLC0415  # a run without a state needs no database

        self.store = SqliteStore(file)
        self._shelf = Shelf(self._load)
        self.profile_of = self._shelf.profile_of

    def learn(self, page: EnrichedPage) -> None:
        """Learn from a page that is out."""
        self._shelf.learn(page)

    def commit(self) -> None:
        """Put what was learned in force, all at once."""
        with self.store.transaction():
            for profile in self._shelf.renew():
                self.store.put(profile.source, write_profile(profile))
        self._shelf.tidy()

    def _load(self, source: str) -> SourceProfile | None:
        value = self.store.get(source)
        return None if value is None else read_profile(value, trusted=True)


@contextmanager
def open_profiles(state: Path | None, fixed: Path | None, *, enabled: bool) -> Iterator[Profiles]:
    """Open the profiles of a run.

    Args:
        state: the folder that keeps them between runs, made where it is missing; None learns nothing.
        fixed: a file or folder of profiles to read with instead; then nothing is learned.
        enabled: whether a state folder's profiles are read and learned.

    Raises:
        Failure: what is there are no profiles, or another run uses the folder.
    """
    try:
        if fixed is not None:
            yield Fixed(tuple(profiles_in(fixed)))
        elif state is None or not enabled:
            yield Fixed()
        else:
            kept = _Kept(state / PROFILES_FILE)
            with kept.store:
                yield kept
    except (StoreError, DamagedProfile) as error:
        raise Failure(str(error)) from error


def profiles_in(path: Path) -> list[SourceProfile]:
    """Read the profiles of a file of JSON lines, of a folder of such files, or of a state folder.

    Raises:
        Failure: what is there are no profiles.
    """
    try:
        if (path / PROFILES_FILE).is_file():
            from workers.index.sqlite import SqliteStore  # noqa: PLC0415  # files need no database

            with SqliteStore(path / PROFILES_FILE) as store:
                return [read_profile(value, trusted=True) for _, value in store.items()]
        files = sorted(path.glob("*.json*")) if path.is_dir() else [path]
        if not files:
            raise Failure(f"{path}: no profiles in the folder")
        found: list[SourceProfile] = []
        for file in files:
            found += _read_file(file)
    except StoreError as error:
        raise Failure(str(error)) from error
    return found


def _read_file(file: Path) -> list[SourceProfile]:
    try:
        profiles = read_profiles(file.read_bytes().split(b"\n"))
    except DamagedProfile as error:
        raise Failure(f"{file}: {error}") from error
    if not profiles:
        raise Failure(f"{file}: no profile in the file")
    return profiles
