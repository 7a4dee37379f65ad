"""What a caller may decide: how documents are converted, and within which limits."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields

from converter.profiles import Profile
from converter.version import __version__

MANNER = frozenset({"force", "retry_failed"})
"""Options that decide what is done, and not what becomes of it."""


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are converted and written."""

    formats: tuple[str, ...]
    dialect: str | None = None
    profile: Profile | None = None
    importer: str | None = None
    ascii: bool = False
    strict: bool = False
    force: bool = False
    """Convert what is up to date too, and replace files that the converter did not write."""
    retry_failed: bool = False
    """Convert what failed in an earlier run and has not changed since."""

    @property
    def settings(self) -> str:
        """The hash of all that decides a result beside the input: an output made with another is stale."""
        decisive = [one.name for one in fields(self) if one.name not in MANNER]
        values = [_as_text(getattr(self, name)) for name in decisive]
        return digest(__version__.encode(), *(part.encode() for part in (*decisive, *values)))


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost before it is given up."""

    seconds: float = 20.0
    mebibytes: int = 1024

    def with_settings(self, settings: str) -> str:
        """Return the hash of settings that decided a result together with these limits."""
        return digest(settings.encode(), str(self.seconds).encode(), str(self.mebibytes).encode())


def _as_text(value: object) -> str:
    """Return an option as text that is the same in every process; a profile counts by what stands in it."""
    return f"{value.name}\n{value.origin.text}" if isinstance(value, Profile) else repr(value)


def digest(*parts: bytes) -> str:
    """Return a hash of parts that no other parts have."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()
