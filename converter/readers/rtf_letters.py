"""Which letters the bytes of an RTF file stand for: the code pages of the file and of its fonts."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.readers.rtf_words import CODE_PAGES, SYMBOL_SET, code_page
from converter.readers.symbols import symbol


@dataclass(slots=True)
class Font:
    """A font, as far as letters depend on it."""

    name: str = ""
    code_page: str | None = None
    is_symbols: bool = False


NO_FONT = Font()


@dataclass(slots=True)
class Letters:
    """The code pages in force."""

    ansi: str = "cp1252"
    """That of the file."""
    default: int | None = None
    """The font of text that names none."""
    fonts: dict[int, Font] = field(default_factory=dict)
    _half: int = 0
    """The first half of a character beyond U+FFFF."""

    def set_character_set(self, font: int, number: int) -> None:
        """Remember the character set of a font; 1 is that of the file."""
        one = self.fonts.setdefault(font, Font())
        one.code_page = CODE_PAGES.get(number)
        one.is_symbols = number == SYMBOL_SET

    def set_code_page(self, font: int, number: int) -> None:
        """Remember the code page of a font."""
        self.fonts.setdefault(font, Font()).code_page = code_page(number)

    def decoded(self, content: bytes, font: int | None) -> str:
        """Return what bytes stand for in a font."""
        one = self._font(font)
        lone, self._half = "\ufffd" if self._half else "", 0
        if one.is_symbols:
            return lone + "".join(symbol(one.name, byte) for byte in content)
        return lone + content.decode(one.code_page or self.ansi, "replace")

    def character(self, number: int, font: int | None) -> str:
        """Return a character given by its number in UTF-16, which may be negative; halves are joined."""
        code = number & 0xFFFF
        half, self._half = self._half, 0
        if 0xD800 <= code < 0xDC00:
            self._half = code
            return ""
        if 0xDC00 <= code < 0xE000:
            return chr(0x10000 + ((half - 0xD800) << 10) + code - 0xDC00) if half else "\ufffd"
        one = self._font(font)
        return symbol(one.name, code) if one.is_symbols else chr(code)

    def _font(self, font: int | None) -> Font:
        key = self.default if font is None else font
        return NO_FONT if key is None else self.fonts.get(key, NO_FONT)
