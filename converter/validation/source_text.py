"""Whether the text of a TEI file is that of a source: every stretch is looked for, and takes its characters.

This check knows nothing of spans or of how the file was made. White space, hyphens at which lines were broken
and the forms of letters that mean the same do not count; marks of notes, bullets and numbers may be missing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from converter.source import Source
from converter.validation.tei_document import TEI, TeiDocument, local_name
from converter.xml import UnusableXml

WINDOW = 4000
"""How far behind a stretch the next one of the same block may stand: a mark of the page, a cut-out note."""
SHORTEST = 12
"""Characters of a stretch that must be found together where it does not stand as a whole."""
NO_TEXT = re.compile(
    r"""
    [\W_]*+
    (?:
      (?: \d{1,4} | [ivxlc]{1,5} ) [\W_]*+          # [12]   iv.   2024
    | (?<= [(\[] ) [a-z] [)\].]                    # (a)
    | [a-z] [).]                                   # b)
    ){0,3}
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What is left over between blocks if nothing was lost: marks of notes, bullets, numbers of pages."""
WORD = re.compile(r"\S+")
TAKEN = "\0"
LEFT = re.compile(r"[^\0]+")
DROPPED = frozenset("-‐‑\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffd")
SHOWN = 60


class Letters:
    """A text without what does not count, which knows where each of its letters stands in the whole."""

    def __init__(self, whole: str, pieces: Iterable[tuple[int, int]]) -> None:
        self.whole = whole
        letters: list[str] = []
        self._offsets: list[int] = []
        for start, end in pieces:
            for offset in range(start, end):
                for letter in squeezed(whole[offset]):
                    letters.append(letter)
                    self._offsets.append(offset)
        self.text = "".join(letters)

    def offset(self, at: int) -> int:
        """Return where the word begins in the whole that holds a letter."""
        place = self._offsets[at]
        return max(self.whole.rfind(blank, 0, place) for blank in " \n\t\r") + 1

    def words(self, start: int, end: int) -> str:
        """Return the words of the whole that hold these letters."""
        behind = WORD.match(self.whole, self._offsets[end - 1])
        last = behind.end() if behind else self._offsets[end - 1] + 1
        return " ".join(self.whole[self.offset(start) : last].split())


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text between two markers, and the element that holds it."""

    letters: Letters
    element: _Element

    @property
    def text(self) -> str:
        """The letters."""
        return self.letters.text


@dataclass(slots=True)
class Comparison:
    """What the source has and the file has not, by offset; what the file has and the source has not."""

    lost: list[tuple[int, str]]
    added: list[tuple[_Element, str]]


def compare_text(document: TeiDocument, source: Source, furniture: Collection[str] = ()) -> Comparison:
    """Compare the text of a file with its source; ``furniture`` is what was left out on purpose."""
    text = SourceText(source)
    added: list[tuple[_Element, str]] = []
    blocks = sorted(blocks_of(document), key=lambda block: -sum(len(one.text) for one in block))
    for block in blocks:
        added += text.take_all(block)
    for mark in sorted(map(squeezed, furniture), key=len, reverse=True):
        text.take(mark, 0, len(text.text))
    return Comparison(list(text.left()), added)


def opened(content: bytes, path: str) -> TeiDocument | None:
    """Return a TEI file for comparison; ``None`` for one that cannot be parsed, which is told elsewhere."""
    try:
        return TeiDocument(content, path)
    except UnusableXml:
        return None


class SourceText:
    """The printed text of a source; what was found is taken and cannot be found again."""

    def __init__(self, source: Source) -> None:
        runs = ((run.start, run.end) for block in source.blocks for run in block.runs)
        self._letters = Letters(source.text, runs)
        self.text = self._letters.text

    def take_all(self, block: list[Stretch]) -> Iterator[tuple[_Element, str]]:
        """Take the stretches of a block one behind the other; yield the words that are not there."""
        start, end = 0, len(self.text)
        for one in block:
            behind = self.take(one.text, start, end)
            if behind is None:
                missing, behind = self._take_in_pieces(one.text, start, end)
                for first, last in missing:
                    if not NO_TEXT.fullmatch(one.text[first:last]):
                        yield one.element, shown(one.letters.words(first, last))
            if behind is not None:
                start, end = behind, behind + WINDOW

    def take(self, text: str, start: int, end: int) -> int | None:
        """Take a stretch where it first stands; return where it ends there."""
        at = self.text.find(text, start, end)
        if at < 0:
            return None
        behind = at + len(text)
        self.text = self.text[:at] + TAKEN * len(text) + self.text[behind:]
        return behind

    def _take_in_pieces(self, text: str, start: int, end: int) -> tuple[list[tuple[int, int]], int | None]:
        """Take as much of a stretch as stands together, then what follows; return what is not there."""
        missing: list[tuple[int, int]] = []
        last: int | None = None
        at = 0
        while at < len(text):
            length = self._longest(text[at:], start, end)
            if length < min(SHORTEST, len(text) - at):
                first = missing.pop()[0] if missing and missing[-1][1] == at else at
                missing.append((first, at + 1))
                at += 1
                continue
            last = self.take(text[at : at + length], start, end)
            if last is not None:
                start, end = last, last + WINDOW
            at += length
        return missing, last

    def _longest(self, text: str, start: int, end: int) -> int:
        """Return how much of the beginning of a text stands together."""
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.text.find(text[:middle], start, end) >= 0:
                low = middle
            else:
                high = middle - 1
        return low

    def left(self) -> Iterator[tuple[int, str]]:
        """Yield what nobody took, with its offset in the source."""
        for found in LEFT.finditer(self.text):
            if not NO_TEXT.fullmatch(found[0]):
                words = self._letters.words(found.start(), found.end())
                yield self._letters.offset(found.start()), shown(words)


def blocks_of(document: TeiDocument) -> Iterator[list[Stretch]]:
    """Yield the blocks of the text, each as the stretches between its markers; a note is one by itself."""
    text = document.root.find(f"{TEI}text")
    if text is None:
        return
    waiting = [text]
    while waiting:
        element = waiting.pop()
        if element.get("type") == "references" or not isinstance(element.tag, str):
            continue
        if has_own_text(element):
            block = Block(element)
            yield block.stretches
            waiting += block.apart
        else:
            waiting += reversed(list(element.iterchildren("*")))


class Block:
    """The text of an element, cut where a note or a mark of the page stands in it."""

    def __init__(self, element: _Element) -> None:
        self.apart: list[_Element] = []
        self._pieces: list[list[str]] = [[]]
        self._gather(element)
        texts = ("".join(piece) for piece in self._pieces)
        stretches = (Stretch(Letters(text, [(0, len(text))]), element) for text in texts)
        self.stretches = [one for one in stretches if one.text]

    def _gather(self, element: _Element) -> None:
        self._pieces[-1].append(element.text or "")
        for child in element:
            if local_name(child) in ("note", "fw") or is_marker(child):
                self._pieces.append([])
                self.apart += [] if is_marker(child) else [child]
            elif isinstance(child.tag, str):
                self._gather(child)
            self._pieces[-1].append(child.tail or "")


def is_marker(element: _Element) -> bool:
    """Say whether an element stands for a marker of a note, whose characters are no text."""
    return element.tag == f"{TEI}ref" and element.get("type") == "note"


def has_own_text(element: _Element) -> bool:
    """Say whether text stands directly in an element."""
    return any(piece and not piece.isspace() for piece in (element.text, *(child.tail for child in element)))


def squeezed(text: str) -> str:
    r"""Return text without what does not count when texts are compared.

    >>> squeezed("exer-\n cise ﬁt")
    'exercisefit'
    """
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if not letter.isspace() and letter not in DROPPED)


def shown(text: str) -> str:
    """Return a text short enough for one line."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
