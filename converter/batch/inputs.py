"""One input with everything that decides what becomes of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from os.path import lexists
from pathlib import Path

from converter.batch.files import plain_name, read_file
from converter.batch.options import Options, digest
from converter.batch.origins import read_origin
from converter.batch.steps import Job
from converter.pipeline import Result, convert_bytes, open_beside
from converter.sidecars import Opener, Sidecar, find_sidecars
from converter.sidecars.sidecar import ENDINGS, TABLE

METADATA = "metadata"
"""What a row says of its own input, as the name of a sidecar."""


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


def read_input(job: Job, beside: Opener = open_beside) -> Input:
    """Read an input; raise ``UnreadableInput`` if it cannot be.

    ``beside`` opens what may stand beside an input that is no file of its own.
    """
    if job.origin is None:
        content = read_file(job.path, follow_links=job.named)
        sidecars = find_sidecars(job.path, open_beside) if _is_anything_beside(job.path) else ()
        return Input(plain_name(job.path), content, sidecars)
    read = read_origin(job.origin, job.label)
    said = () if read.metadata is None else (Sidecar(METADATA, read.metadata),)
    return Input(plain_name(job.path), read.content, (*said, *find_sidecars(job.path, beside)))


def _is_anything_beside(document: Path) -> bool:
    """Tell by a quick look whether a file of a sidecar's name is there; most documents have none."""
    path, name = os.fspath(document), document.name
    folder = path[: len(path) - len(name)]
    stem = path[: len(path) - len(document.suffix)]
    return any(map(lexists, (folder + TABLE, *[stem + ending for ending in ENDINGS])))


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
