"""``converter inspect``: reads one text and prints what was recognised in it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from converter.batch.files import plain_name, read_file
from converter.cli.streams import read_in, write_out
from converter.cli.terminal import has_colours, put, report
from converter.cli.view import Paper, draw
from converter.errors import UnreadableInput
from converter.pipeline import convert_bytes, open_beside, source_text
from converter.profiles import Profile
from converter.sidecars import Sidecar, find_sidecars

NARROWEST, WIDEST = 80, 120


def inspect_file(file: Path, profile: Profile | None) -> int:
    """Print what is recognised in a file, or in standard input (``-``)."""
    beside: tuple[Sidecar, ...] = ()
    try:
        content, name = _content(file)
        if str(file) != "-":
            beside = find_sidecars(file, open_beside)
        result = convert_bytes(content, name, to=("json",), profile=profile, sidecars=beside)
    except UnreadableInput as error:
        report(str(file), 1, 1, error.diagnostic)
        return 1
    width = min(max(shutil.get_terminal_size((100, 24)).columns, NARROWEST), WIDEST)
    paper = Paper(width, coloured=has_colours(sys.stdout))
    draw(result, paper)
    put(sys.stdout, paper.text)
    return 0


def print_text(file: Path) -> int:
    """Print the text that the places of a file count in."""
    try:
        write_out(source_text(*_content(file)))
    except UnreadableInput as error:
        report(str(file), 1, 1, error.diagnostic)
        return 1
    return 0


def _content(file: Path) -> tuple[bytes, str]:
    """Return the bytes of a file, or of standard input (``-``), and its name."""
    if str(file) == "-":
        return read_in("-"), "stdin"
    return read_file(file, follow_links=True), plain_name(file)
