"""Where a half-Markdown text has markup: what is no text, and what the markup says of the text inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from converter.normalizers.spaces import places_of
from converter.readers.verbatim import Verbatim


class Cut(msgspec.Struct, frozen=True, gc=False, order=True):
    """A stretch of markup that is no text."""

    start: int
    end: int


class Mark(msgspec.Struct, frozen=True, gc=False, order=True):
    """What markup says of a stretch of text: a mark (``bold``), a link, or that it is a note marker."""

    start: int
    end: int
    name: str
    target: str | None = None


SIGNS = "[<\\*_!`"
"""Every token begins with one of these."""

LINKED = re.compile(
    r"""
    \[ (?P<words> (?: \\. | [^\[\]\\\n] | \[ [^\[\]\n]{1,12} \] )+ ) \]  # [\[1\]](#)   [text](address)
    \( (?P<address> [^()\s]* (?: \( [^()\s]* \) [^()\s]* )* ) \)
    """,
    re.VERBOSE,
)
IMAGE = re.compile(r"!\[(?P<words>(?:\\.|[^\[\]\\\n])*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
"""What stands for a picture, and where it is: ``![The harbour](harbour.png)``."""
CODE = re.compile(r"(?<![\w`])`(?P<words>[^`\s](?:[^`\n]*[^`\s])?)`(?![\w`])")  # `code`
CARET = re.compile(r"\[\^[\w-]{1,40}\]")  # [^1]
AUTOLINK = re.compile(
    r"<(?:(?:https?://|ftp://|www\.|mailto:)[^<>\n]+|[\w.+-]+@[\w.-]+)>"
)  # <https://example.org>
TAG = re.compile(r"</?(?:sup|sub|strong|b|em|i|u|br|p|span)\s*/?>")  # <sup>
ESCAPE = re.compile(r"\\[\[\]*_#.()!+>~|\"'-]")  # \[
EMPHASIS = re.compile(r"\*{1,3}|_{1,2}")  # **bold**  _italic_
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
ADDRESS_START = re.compile(r"(?:://|www\.)\S*$")
WINDOW = 300
"""An address is looked for that far back from a sign inside it."""

TAG_MARKS = {
    "sup": "superscript",
    "strong": "bold",
    "b": "bold",
    "em": "italic",
    "i": "italic",
    "u": "underline",
}
STAR_MARKS = {1: ("italic",), 2: ("bold",), 3: ("bold", "italic")}


class _Scan:
    """The markup of one text as it is found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cuts: list[Cut] = []
        self.marks: list[Mark] = []
        self.open: dict[str, re.Match[str]] = {}

    def token(self, at: int) -> int:
        """Take the token that begins at a sign; return where to look on."""
        for pattern, take in TOKENS[self.text[at]]:
            match = pattern.match(self.text, at)
            if match:
                take(self, match)
                return match.end()
        return at + 1

    def linked(self, match: re.Match[str]) -> None:
        start, end = match.span("words")
        address = match["address"]
        self.cuts += [Cut(match.start(), start), Cut(end, match.end())]
        self.cuts += [Cut(at, at + 1) for at in _escapes(self.text, start, end)]
        if not address or ("#" in address and _is_note_mark(match["words"])):
            self.marks.append(Mark(start, end, "marker"))
        elif not address.startswith("#"):
            self.marks.append(Mark(start, end, "link", address))

    def image(self, match: re.Match[str]) -> None:
        start, end = match.span("words")
        self.cuts += [Cut(match.start(), start), Cut(end, match.end())]
        self.cuts += [Cut(at, at + 1) for at in _escapes(self.text, start, end)]

    def code(self, match: re.Match[str]) -> None:
        start, end = match.span("words")
        self.cuts += [Cut(match.start(), start), Cut(end, match.end())]
        self.marks.append(Mark(start, end, "code"))

    def autolink(self, match: re.Match[str]) -> None:
        start, end = match.start() + 1, match.end() - 1
        self.cuts += [Cut(match.start(), start), Cut(end, match.end())]

    def caret(self, match: re.Match[str]) -> None:
        self.marks.append(Mark(match.start(), match.end(), "marker"))

    def escape(self, match: re.Match[str]) -> None:
        self.cuts.append(Cut(match.start(), match.start() + 1))

    def tag(self, match: re.Match[str]) -> None:
        self.cuts.append(Cut(match.start(), match.end()))
        name = match[0].strip("</> ").lower()
        if name not in TAG_MARKS:
            return
        if not match[0].startswith("</"):
            self.open[name] = match
        elif name in self.open:
            self.marks.append(Mark(self.open.pop(name).end(), match.start(), TAG_MARKS[name]))

    def emphasis(self, match: re.Match[str]) -> None:
        """Pair an opening mark (a blank before, none after) with a closing one of the same length."""
        text, sign = self.text, match[0]
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end()] if match.end() < len(text) else " "
        if (sign[0] == "_" and (before.isalnum() and after.isalnum())) or self._in_address(match.start()):
            return
        if sign == "*" and after.isdecimal() and not before.isspace():
            return  # the marker of a note: stands.*1
        if sign in self.open and not before.isspace():
            opened = self.open.pop(sign)
            if not BLANK_LINE.search(text, opened.end(), match.start()):
                self.cuts += [Cut(*opened.span()), Cut(*match.span())]
                self.marks += [Mark(opened.end(), match.start(), name) for name in STAR_MARKS[len(sign)]]
        elif not before.isalnum() and not after.isspace() and after not in ".,;:!?)":
            self.open[sign] = match

    def _in_address(self, at: int) -> bool:
        return ADDRESS_START.search(self.text[max(at - WINDOW, 0) : at]) is not None


Take = Callable[[_Scan, re.Match[str]], None]
TOKENS: dict[str, tuple[tuple[re.Pattern[str], Take], ...]] = {
    "[": ((CARET, _Scan.caret), (LINKED, _Scan.linked)),
    "<": ((AUTOLINK, _Scan.autolink), (TAG, _Scan.tag)),
    "\\": ((ESCAPE, _Scan.escape),),
    "*": ((EMPHASIS, _Scan.emphasis),),
    "_": ((EMPHASIS, _Scan.emphasis),),
    "!": ((IMAGE, _Scan.image),),
    "`": ((CODE, _Scan.code),),
}


def scan(text: str, verbatim: Sequence[Verbatim] = ()) -> tuple[list[Cut], list[Mark]]:
    """Find all markup of a text: cuts in order and without overlap, marks in order of their start."""
    found = _Scan(text)
    token = found.token
    end, following = 0, iter(verbatim)
    stretch = next(following, None)
    for at in places_of(SIGNS, text):
        while stretch and stretch.end <= at:
            stretch = next(following, None)
        if at >= end and not (stretch and stretch.start <= at):
            end = token(at)
    return sorted(found.cuts), sorted(found.marks)


def _escapes(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find("\\", start, end)
    while at >= 0:
        yield at
        at = text.find("\\", at + 2, end)


def _is_note_mark(words: str) -> bool:
    return words.strip("\\[]() ").isalnum() or set(words) <= set("\\[]*†‡")
