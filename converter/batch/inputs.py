"""One input with everything that decides what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from converter.batch.files import plain_name, read_file
from converter.batch.options import Options, digest
from converter.batch.plan import Job
from converter.pipeline import Result, convert_bytes, open_beside
from converter.sidecars import Sidecar, find_sidecars


@dataclass(frozen=True, slots=True)
class Input:
    """The bytes of an input, read once: all outputs are of this one reading."""

    name: str
    content: bytes
    sidecars: tuple[Sidecar, ...] = ()
    """What stands beside it and decides the result too; a change of it makes the outputs stale."""

    @property
    def digest(self) -> str:
        """The hash of all this."""
        parts = [part for one in self.sidecars for part in (one.name.encode(), one.content)]
        return digest(self.name.encode(), self.content, *parts)


def read_input(job: Job) -> Input:
    """Read an input; raise ``UnreadableInput`` if it cannot be."""
    content = read_file(job.path, follow_links=job.named)
    return Input(plain_name(job.path), content, find_sidecars(job.path, open_beside))


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
        sidecars=given.sidecars,
    )
