"""What stands on a page of a PDF: stretches of text, each with its place, size and style."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

from converter.readers.pdf_accents import ACCENT, composed
from converter.readers.pdf_library import Handle, calls
from converter.readers.pdf_right_to_left import runs_right_to_left
from converter.readers.pdf_styles import NO_STYLE, Style, Styles

HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line behind which a word seems to go on."""

UNKNOWN = "\ufffd"
NO_LETTERS = frozenset({0, *range(0xD800, 0xE000)})
WORD = re.compile(r"\S+")
SEGMENT = re.compile(r"[^\r\n\ufffe]+\ufffe?|\ufffe")
"""Text that PDFium takes for one line."""

UPWARD, DOWNWARD = 90, 270
"""Degrees by which text is turned that runs up or down the page."""

APART = 1.3
"""Gap between two stretches, in sizes of the font, from which on they are two pieces of the page."""

RISE = 0.75
"""Distance of two base lines, in sizes of the font, at which they cannot be one line."""

ARTIFACT = "Artifact"
"""The mark of what is printed on a page and is no part of the text."""

FARTHEST = 1e6
"""Points from the corner of the page at which nothing stands."""

LONGEST_LABEL = 4

ENOUGH_ALIKE = 30
"""Such words of a page from which on a word of letters is taken to be of one style."""

RAISED_FOOT = 0.2
"""Height over the base line, in sizes of the font, of the foot of a raised figure."""


class Glyphs:
    """A stretch of text of one style on one base line."""

    __slots__ = ("anchor", "index", "marker", "raised", "style", "target", "text", "x0", "x1", "y")

    def __init__(self, text: str, index: int, style: Style, x0: float, y: float, x1: float) -> None:
        self.text = text
        self.index = index
        """Place of its first character in the text of the page; -1 where it reads otherwise."""
        self.anchor = index
        """Place of a character of it, by which its object is found; -1 if none is known."""
        self.style = style
        self.x0 = x0
        self.y = y
        self.x1 = x1
        self.raised = False
        self.marker = False
        self.target: str | None = None

    def part(self, start: int, end: int) -> Glyphs:
        """Return a stretch of it; its place is as exact as its text is even."""
        width = (self.x1 - self.x0) / max(len(self.text), 1)
        index = self.index + start if self.index >= 0 else -1
        piece = Glyphs(
            self.text[start:end], index, self.style, self.x0 + width * start, self.y, self.x0 + width * end
        )
        piece.anchor = index if index >= 0 else self.anchor
        piece.raised, piece.marker, piece.target = self.raised, self.marker, self.target
        return piece


Chunk = list[Glyphs]
"""Stretches that follow each other on one line without a gap."""


class PageText:
    """Reads the text of one page; lives as long as the page is open."""

    def __init__(self, handle: Handle) -> None:
        self.handle = handle
        self.library = calls()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.at_x, self.at_y = ctypes.addressof(self.x), ctypes.addressof(self.y)
        self.box = (ctypes.c_float * 4)()
        self.at_box = ctypes.addressof(self.box)
        self.style_of = Styles(handle).of
        self.alike = 0
        """Words whose letters are objects of their own and yet of one style."""
        self.count = max(self.library.FPDFText_CountChars(handle), 0)
        self.text = self._read()
        self.mapped = len(self.text) != self.count
        self.mirrored = runs_right_to_left(self.text)
        """It is read from right to left."""

    def _read(self) -> str:
        buffer = ctypes.create_string_buffer(4 * self.count + 4)
        written = self.library.FPDFText_GetText(self.handle, 0, self.count, ctypes.addressof(buffer))
        text = buffer.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        return text if len(text) == self.count else self._with_unknown()

    def _with_unknown(self) -> str:
        """Return the text with a sign for each character that the file prints and says no letter for."""
        numbers = [self.library.FPDFText_GetUnicode(self.handle, index) for index in range(self.count)]
        return "".join([UNKNOWN if number in NO_LETTERS else chr(number) for number in numbers])

    def chunks(self) -> list[Chunk]:
        """Return the pieces of the page in the order in which the file has them."""
        return [chunk for match in SEGMENT.finditer(self.text) for chunk in self._segment(*match.span())]

    def origin(self, at: int) -> tuple[float, float]:
        """Return where a character of the text stands on its base line."""
        index = self.number(at) if self.mapped else at
        self.library.FPDFText_GetCharOrigin(self.handle, index, self.at_x, self.at_y)
        return self.x.value, self.y.value

    def is_raised(self, at: int, size: float) -> bool:
        """Tell whether the ink of a figure stands over the base line, as the fonts' own raised figures do."""
        edges = (ctypes.c_double * 4)()
        first = ctypes.addressof(edges)
        number = self.number(at)
        self.library.FPDFText_GetCharBox(self.handle, number, first, first + 8, first + 16, first + 24)
        return edges[2] - self.origin(at)[1] > RAISED_FOOT * size

    def content(self, at: int) -> int:
        """Return the number of the marked content that a character is in; -1 if it is in none."""
        text_object = self.library.FPDFText_GetTextObject(self.handle, self.number(at))
        number: int = self.library.FPDFPageObj_GetMarkedContentID(text_object) if text_object else -1
        return number

    def is_artifact(self, at: int) -> bool:
        """Tell whether the file itself marks a character as no part of the text."""
        library = self.library
        text_object = library.FPDFText_GetTextObject(self.handle, self.number(at))
        name, length = ctypes.create_string_buffer(64), ctypes.c_ulong()
        for number in range(max(library.FPDFPageObj_CountMarks(text_object), 0) if text_object else 0):
            mark = library.FPDFPageObj_GetMark(text_object, number)
            at = ctypes.addressof(name)
            library.FPDFPageObjMark_GetName(mark, at, len(name), ctypes.addressof(length))
            if name.raw[: length.value].decode("utf-16-le", "replace").rstrip("\0") == ARTIFACT:
                return True
        return False

    def letters(self, glyphs: Glyphs) -> list[Glyphs]:
        """Return the characters of a stretch, each at its own place, without the blanks."""
        found = []
        for at, letter in enumerate(glyphs.text):
            if letter != " ":
                x, _ = self.origin(glyphs.index + at)
                number = self.number(glyphs.index + at)
                self.library.FPDFText_GetLooseCharBox(self.handle, number, self.at_box)
                found.append(Glyphs(letter, glyphs.index + at, glyphs.style, x, glyphs.y, self.box[2]))
        return found

    def number(self, at: int) -> int:
        """Return the number of the character at a place in the text."""
        index: int = self.library.FPDFText_GetCharIndexFromTextIndex(self.handle, at) if self.mapped else at
        return index

    def _segment(self, start: int, end: int) -> Iterator[Chunk]:
        """Yield the chunks of a stretch that PDFium takes for one line."""
        text = self.text
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start == end:
            return
        chunk: Chunk = []
        for begin, stop, style in self._stretches(start, end):
            glyphs = self._glyphs(begin, stop, style)
            if chunk and _is_apart(chunk[-1], glyphs):
                yield chunk
                chunk = []
            elif chunk and _wants_blank(chunk[-1], glyphs):
                chunk[-1].text += " "
            chunk.append(glyphs)
        yield chunk

    def _glyphs(self, start: int, end: int, style: Style) -> Glyphs:
        x, y = self.origin(start)
        index = start
        text = self.text[start:end].replace(HYPHEN, "-")
        if not text.isascii() and ACCENT.search(text):
            text, index = composed(text), -1
        right = self._right(end - 1)
        if style.angle:
            x, y, right = self._turned(style.angle, x, y)
        if not abs(x) + abs(y) + abs(right) < FARTHEST:  # nor is it a number in a damaged file
            x, y, right = 0.0, 0.0, 0.0
        glyphs = Glyphs(text, index, style, x, y, right)
        glyphs.anchor = start
        return glyphs

    def _turned(self, angle: int, x: float, y: float) -> tuple[float, float, float]:
        """Return a place in the frame of turned text, in which it runs from left to right."""
        left, top, _, bottom = self.box
        if angle == UPWARD:
            return y, -x, top
        return (-y, x, -bottom) if angle == DOWNWARD else (-x, -y, -left)

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        """Yield the stretches of one style without a gap in them."""
        begin, style = start, NO_STYLE
        for at, found in self._changes(start, end):
            if at > begin and (found != style or self._has_gap(at, style)):
                yield begin, at, style
                begin = at
            style = found
        yield begin, end, style

    def _has_gap(self, at: int, style: Style) -> bool:
        """Tell whether a character stands far from the one before; PDFium may have put in the blank there."""
        library, handle, index, x = self.library, self.handle, self.number(at), self.x
        last = self.number(at - 1) if self.mapped else index - 1
        library.FPDFText_GetCharOrigin(handle, last, self.at_x, self.at_y)
        before = x.value
        library.FPDFText_GetCharOrigin(handle, index, self.at_x, self.at_y)
        if (place := x.value) < before - style.size:
            return True
        if self.text[at - 1] != " " or library.FPDFText_GetTextObject(handle, last):
            return False
        return not -style.size < place - self._right(at - 1) < APART * style.size

    def _right(self, last: int) -> float:
        """Return where the last character up to a place ends that is no blank."""
        while last > 0 and self.text[last] == " ":
            last -= 1
        self.library.FPDFText_GetLooseCharBox(self.handle, self.number(last), self.at_box)
        return self.box[2]

    def _changes(self, start: int, end: int) -> Iterator[tuple[int, Style]]:
        """Yield where a text object begins, and its style.

        Most lines are one object, and then two characters tell. Else the first and the last of each word are
        asked for, and all of a word only where the two differ, or where a figure or sign may be raised in it.
        A blank that PDFium puts in has no object; it goes with what stands before it.
        """
        get, handle, style = self.library.FPDFText_GetTextObject, self.handle, self.style_of
        index = self.number if self.mapped else int
        first = get(handle, index(start))
        yield start, style(first, index(start))
        if first and first == get(handle, index(end - 1)):
            return
        before = first
        for word in WORD.finditer(self.text, start, end):
            left, right = word.start(), word.end() - 1
            left_object = get(handle, index(left))
            if left_object != before and left_object:
                yield left, style(left_object, index(left))
                before = left_object
            if self.alike > ENOUGH_ALIKE and word[0].isalpha():
                before = None
                continue
            right_object = get(handle, index(right)) if right > left else left_object
            if right_object == left_object or not right_object:
                continue
            plain = word[0][:-1].isalpha()
            if plain and style(right_object, index(right)) == style(left_object, index(left)):
                self.alike += 1
            else:
                yield from self._changes_within(left, right, before)
            before = right_object

    def _changes_within(self, left: int, right: int, before: Handle | None) -> Iterator[tuple[int, Style]]:
        """Yield where text objects begin in a word, and their styles."""
        for at in range(left + 1, right + 1):
            text_object = self.library.FPDFText_GetTextObject(self.handle, self.number(at))
            if text_object and text_object != before:
                yield at, self.style_of(text_object, self.number(at))
                before = text_object


def _wants_blank(before: Glyphs, glyphs: Glyphs) -> bool:
    """Tell whether a bullet or a label stands so far from the text behind it that there is a blank."""
    short = len(before.text) <= LONGEST_LABEL and not before.text.isalpha()
    return short and before.text[-1] != " " and glyphs.x0 - before.x1 > 0.2 * glyphs.style.size


def _is_apart(before: Glyphs, glyphs: Glyphs) -> bool:
    if before.style.angle != glyphs.style.angle:
        return True
    size = max(before.style.size, glyphs.style.size, 1.0)
    gap = glyphs.x0 - before.x1
    return gap > APART * size or gap < -size or abs(glyphs.y - before.y) > RISE * size
