"""How the text of a PDF page is set: size, weight and slant by its fonts, what is turned or hidden."""

from __future__ import annotations

import ctypes
import math
import re
import struct
from typing import NamedTuple

from converter.readers.pdf_library import Handle, calls

SMALLEST, LARGEST = 0.1, 10_000.0
"""Sizes of a font that are any; a damaged file may give others."""

INVISIBLE = 3
"""The way of rendering that shows nothing: text under the picture of a page."""

BOLD = re.compile(r"bold|black|heavy|demi|-medi|CMBX|SFBX|bx\d", re.IGNORECASE)
ITALIC = re.compile(r"ital|obli|slant|CMTI|SFTI|-It\b|BdIt|RegIta", re.IGNORECASE)
ITALIC_FLAG, BOLD_FLAG = 1 << 6, 1 << 18
FOUR_FLOATS = struct.Struct("4f").unpack_from


class Style(NamedTuple):
    """How a stretch of text is set."""

    size: float
    bold: bool
    italic: bool
    hidden: bool
    angle: int
    """Degrees, to the next quarter of a turn."""


NO_STYLE = Style(1.0, bold=False, italic=False, hidden=False, angle=0)


class Styles:
    """Knows the styles of the text objects of one page."""

    def __init__(self, handle: Handle) -> None:
        self.handle = handle
        self.library = calls()
        self.matrix = (ctypes.c_float * 6)()
        self.at_matrix = ctypes.addressof(self.matrix)
        self.styles: dict[Handle, Style] = {}
        self.made: dict[tuple[tuple[float, ...], float, Handle | None, int], Style] = {}
        self.fonts: dict[Handle, tuple[bool, bool]] = {}

    def of(self, text_object: Handle | None, index: int) -> Style:
        """Return the style of a text object, one of whose characters has this number."""
        if not text_object:
            return NO_STYLE
        style = self.styles.get(text_object)
        if style is None:
            library = self.library
            library.FPDFText_GetMatrix(self.handle, index, self.at_matrix)
            key = (
                FOUR_FLOATS(self.matrix),
                library.FPDFText_GetFontSize(self.handle, index),
                library.FPDFTextObj_GetFont(text_object),
                library.FPDFTextObj_GetTextRenderMode(text_object),
            )
            style = self.made.get(key)
            if style is None:
                style = self.made[key] = self._new_style(*key)
            self.styles[text_object] = style
        return style

    def _new_style(self, matrix: tuple[float, ...], size: float, font: Handle | None, mode: int) -> Style:
        a, b, c, d = matrix
        upright = a > 0 and abs(b) <= 0.1 * a
        scale = d if upright and not c else math.hypot(c, d)
        angle = 0 if upright else round(math.degrees(math.atan2(b, a)) / 90) * 90 % 360
        bold, italic = self._font(font)
        slanted = upright and c > 0.1 * abs(d)
        height = abs(size * scale)
        height = round(height, 1) if SMALLEST <= height <= LARGEST else 1.0
        return Style(height, bold, italic or slanted, mode == INVISIBLE, angle)

    def _font(self, font: Handle | None) -> tuple[bool, bool]:
        """Return whether a font is bold and italic, by its name or what it says of itself."""
        if not font:
            return False, False
        if font not in self.fonts:
            buffer = ctypes.create_string_buffer(128)
            self.library.FPDFFont_GetBaseFontName(font, ctypes.addressof(buffer), 128)
            name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
            flags = max(self.library.FPDFFont_GetFlags(font), 0)
            self.fonts[font] = (
                bool(flags & BOLD_FLAG) or BOLD.search(name) is not None,
                bool(flags & ITALIC_FLAG) or ITALIC.search(name) is not None,
            )
        return self.fonts[font]
