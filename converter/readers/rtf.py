"""RTF, read without a program from outside: groups and control words, code pages, notes, tables, fields.

pandoc passes over the code pages of Turkish and Russian files, and over notes that stand in a group which old
readers may skip (its own and LibreOffice's do), so that it is of no help here.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter.readers.clues import means_something
from converter.readers.paragraphs import Sheet
from converter.readers.rtf_reader import Reader
from converter.readers.rtf_story import Story, lay_out
from converter.source import Clue, Source

MEDIA_TYPE = "application/rtf"


def read_rtf(content: bytes, name: str, sha256: str) -> Source:
    """Read an RTF file; nothing that it points at is opened."""
    reader = Reader(content, name)
    reader.read()
    sheet = Sheet()
    for story in _in_order(reader):
        lay_out(sheet, story)
    clues = [Clue(field, text, f"\\info\\{field}") for field, text in reader.clues if means_something(text)]
    return sheet.source(name, MEDIA_TYPE, reader.letters.ansi, sha256, reader.left_out.findings(), clues)


def _in_order(reader: Reader) -> Iterator[Story]:
    """Yield the running heads, each text once, the text, the feet, the footnotes, the endnotes."""
    ends = list({(story.kind, story.text()): story for story in reader.page_ends}.values())
    yield from (story for story in ends if story.kind == "running-head")
    yield reader.body
    yield from (story for story in ends if story.kind == "running-foot")
    yield from sorted(reader.notes, key=lambda note: note.is_endnote)
