"""What happens to texts on the way into an archive: code pages, ligatures, invisible characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import normalize

Damage = Callable[[str], str]

LATIN_PAGES = ("cp1252", "cp1254")
WORD = re.compile(r"(?<![\w./:%=-])([a-zıüöçşğ]{4})([a-zıüöçşğ]{4,})(?![\w./:-])")


def read_as(page: str) -> Damage:
    """Return what UTF-8 looks like in another code page; bytes that the page lacks become controls."""

    def damaged(text: str) -> str:
        return "".join(_character(byte, page) for byte in text.encode())

    return damaged


def _character(byte: int, page: str) -> str:
    try:
        return bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


def turkish_as_western(text: str) -> str:
    """Return what the Turkish code page looks like in the Western one."""
    return text.translate(str.maketrans("İıŞşĞğ", "ÝýÞþÐð"))


def with_entities(text: str) -> str:
    """Write signs as HTML does."""
    return text.replace("&", "&amp;").replace("“", "&ldquo;").replace("’", "&#8217;").replace("…", "&#x2026;")


def with_ligatures(text: str) -> str:
    """Write letters as a typesetter prints them."""
    return text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")


DAMAGES: dict[str, Damage] = {
    **{f"UTF-8 read as {page}": read_as(page) for page in LATIN_PAGES},
    "letters taken apart": lambda text: normalize("NFD", text),
    "ligatures": with_ligatures,
    "soft hyphens": lambda text: WORD.sub("\\1\u00ad\\2", text),
    "zero-width blanks": lambda text: text.replace(" and ", " \u200band ").replace(" ve ", " \u200bve "),
    "no-break blanks": lambda text: text.replace(" of ", "\u00a0of\u00a0").replace(" ve ", "\u00a0ve\u00a0"),
    "character references": with_entities,
}
