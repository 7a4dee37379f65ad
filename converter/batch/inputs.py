"""One input with everything that decides what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from converter.batch.files import plain_name, read_file
from converter.batch.options import Options, digest
from converter.batch.plan import Job
from converter.pipeline import Result, convert_bytes


@dataclass(frozen=True, slots=True)
class Input:
    """The bytes of an input, read once: all outputs are of this one reading."""

    name: str
    content: bytes
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """What stands beside it and decides the result too, by name; a change of it makes the outputs stale."""

    @property
    def digest(self) -> str:
        """The hash of all this."""
        parts = [part for name in sorted(self.beside) for part in (name.encode(), self.beside[name])]
        return digest(self.name.encode(), self.content, *parts)


def read_input(job: Job) -> Input:
    """Read an input; raise ``UnreadableInput`` if it cannot be."""
    return Input(plain_name(job.path), read_file(job.path, follow_links=job.named))


def convert_input(given: Input, options: Options) -> Result:
    """Convert an input as the options say."""
    return convert_bytes(
        given.content,
        given.name,
        to=options.formats,
        dialect=options.dialect,
        profile=options.profile,
        importer=options.importer,
        ascii=options.ascii,
    )
