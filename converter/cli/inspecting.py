"""``converter inspect``: reads one text and prints what was recognised in it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from converter.batch.files import plain_name, read_file
from converter.cli.streams import read_in
from converter.cli.terminal import has_colours, put, report
from converter.cli.view import Paper, draw
from converter.errors import UnreadableInput
from converter.pipeline import convert_bytes
from converter.profiles import Profile

NARROWEST, WIDEST = 80, 120


def inspect_file(file: Path, profile: Profile | None) -> int:
    """Print what is recognised in a file, or in standard input (``-``)."""
    try:
        if str(file) == "-":
            content, name = read_in("-"), "stdin"
        else:
            content, name = read_file(file, follow_links=True), plain_name(file)
        result = convert_bytes(content, name, to=("json",), profile=profile)
    except UnreadableInput as error:
        report(str(file), 1, 1, error.diagnostic)
        return 1
    width = min(max(shutil.get_terminal_size((100, 24)).columns, NARROWEST), WIDEST)
    paper = Paper(width, coloured=has_colours(sys.stdout))
    draw(result, paper)
    put(sys.stdout, paper.text)
    return 0
