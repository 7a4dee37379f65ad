"""What a reader hands over: the text as a person would read it, in lines or blocks with places and hints."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from converter.diagnostics import Diagnostic


class Span(msgspec.Struct, frozen=True, gc=False, order=True):
    """A place in the source text: code points ``start`` (included) to ``end`` (excluded)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from zero, not {self.start} to {self.end}")


class Run(msgspec.Struct, frozen=True, gc=False):
    """A stretch of ``Source.text`` that is text, with what the format says of it.

    What lies between two runs of a block is markup (``**``, ``](#)``) and is no text.
    """

    start: int
    end: int
    marks: tuple[str, ...] = ()
    """Of ``bold``, ``italic``, ``superscript``, ``underline``, ``code``."""
    target: str | None = None
    """Where a link leads, if the run is the text of a link."""
    marker: bool = False
    """The format itself says that this run is a reference to a note, or the label of one (its text)."""
    text: str | None = None
    """How it reads, where that is not what stands there: a ligature, an entity, a damaged letter."""

    def reads(self, source: str) -> str:
        """Return how it reads."""
        return source[self.start : self.end] if self.text is None else self.text


class Block(msgspec.Struct, frozen=True, gc=False):
    """A line or a block of the source, as the format cuts it."""

    start: int
    end: int
    runs: tuple[Run, ...]
    kind: str = "text"
    """``text``, ``heading``, ``item``, ``quote``, ``row``, ``figure``, ``rule`` or ``page-break``.

    A row is one of a table. The text of a figure is its caption, or what stands for the picture.
    """
    level: int = 0
    """Of a heading 1 to 6, of a list item its depth from 1."""
    label: str | None = None
    """The number of a list item as printed (``1)``)."""
    gap: int = 1
    """Blank lines before it; 0 for a line that follows directly (its paragraph may go on)."""
    note: str | None = None
    """The format itself says that this block belongs to the note of that label.

    The first block of a note begins with a run that is its label (``marker``); the others go on with it.
    """
    continues: str | None = None
    """The format itself shows that it goes on with the text block before it, where a page ends.

    It is what stands between the two: a blank, or nothing where a word goes on.
    """
    furniture: str | None = None
    """The format itself says that this block is no part of the text: ``navigation``, ``running-head`` ..."""


STATED = ("sidecar ", "given: ")
"""How the origins begin of what a person says: a file beside the document, an argument of the caller."""


class Clue(msgspec.Struct, frozen=True, gc=False):
    """What the file, its name or a file beside it says of the document, beside the text."""

    field: str
    """One of ``CLUE_FIELDS``."""
    value: str
    origin: str
    """In words, as evidence names it: ``meta citation_author``, ``docProps/core.xml``, ``file name``."""

    @property
    def stated(self) -> bool:
        """Whether a person says so of this document: it is believed before the page."""
        return self.origin.startswith(STATED)


CLUE_FIELDS = frozenset(
    {
        "title", "subtitle", "author", "translator", "editor", "published", "language", "url", "doi",
        "publisher", "series", "volume", "number", "keywords", "rights",
    }
)  # fmt: skip
"""What clues may be of; several authors are several clues, in order."""


class Source(msgspec.Struct, frozen=True, gc=False):
    """A document as read, before anything in it is understood."""

    name: str
    media_type: str
    encoding: str
    sha256: str
    """Of the bytes read, in hexadecimal figures."""
    text: str
    """The decoded file (byte order mark removed, line ends as they are), or what its reader laid out."""
    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    """What the reader had to guess or repair."""
    clues: tuple[Clue, ...] = ()
    """In the order in which they are believed."""


LINE_END = re.compile(r"\r\n|\n|\r")


class LineIndex:
    """Line and column (both from 1, columns in code points) of the offsets of one text."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        self._starts += [match.end() for match in LINE_END.finditer(text)]

    def locate(self, offset: int) -> tuple[int, int]:
        r"""Return the line and the column of an offset.

        >>> LineIndex("ab\ncd").locate(4)
        (2, 2)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
