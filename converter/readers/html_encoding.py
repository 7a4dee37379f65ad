"""Which characters the bytes of a page stand for: byte order mark, valid UTF-8, what it declares, a guess."""

from __future__ import annotations

import re
from typing import NamedTuple

from converter.diagnostics import Code, Diagnostic
from converter.readers.encoding import BYTE_ORDER_MARKS, LEGACY, decode
from converter.source import Span

HEAD = 4096
DECLARED = re.compile(
    rb"""
    <meta [^>]*? \b charset \s*=\s* ["']? \s* (?P<meta> [\w.:-]{2,30} )     # <meta charset="windows-1254">
    | <\?xml [^>]*? \b encoding \s*=\s* ["'] (?P<xml> [\w.:-]{2,30} )       # <?xml encoding="utf-8"?>
    """,
    re.VERBOSE | re.IGNORECASE,
)

READ_AS = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "latin5": "cp1254", "iso8859-9": "cp1254", "iso8859-1": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949", "macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-turkish": "mac-turkish",
}  # fmt: skip
"""What pages declare → what browsers read it as."""

KNOWN = frozenset(
    {*LEGACY, *READ_AS.values(), "big5", "euc-jp", "cp874", "cp1255", "cp1257", "cp1258", "iso-8859-3",
     "iso-8859-4", "iso-8859-6", "iso-8859-8", "iso-8859-10", "iso-8859-13", "iso-8859-16", "iso-2022-jp"}
)  # fmt: skip
WESTERN = frozenset({"cp1252", "iso-8859-15"})
FEWEST_SOUND = 10
"""Letters of UTF-8 for each byte that is none, in a page that was only damaged."""

REPLACED = "\ufffd"
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class Damage(NamedTuple):
    """What was guessed or replaced while decoding."""

    guessed: str | None = None
    replaced: int = 0

    def findings(self, text: str) -> list[Diagnostic]:
        """Return the findings with their places in the text that was laid out."""
        found = []
        if self.guessed:
            place = _first(NOT_ASCII.search(text))
            found.append(
                Code.ENCODING_GUESSED.at(place, "/provenance/source/encoding", encoding=self.guessed)
            )
        if self.replaced:
            at = text.find(REPLACED)
            place = Span(at, at + 1) if at >= 0 else None
            found.append(Code.BYTES_REPLACED.at(place, count=self.replaced, encoding="UTF-8"))
        return found


def _first(match: re.Match[str] | None) -> Span | None:
    return Span(*match.span()) if match else None


def decode_page(content: bytes, name: str) -> tuple[str, str, Damage]:
    """Return the text of a page, its encoding, and what was guessed or replaced."""
    text, encoding, damage = _decode(content, name)
    return text.replace("\0", "\x01"), encoding, damage  # which is reported where it is laid out


def _decode(content: bytes, name: str) -> tuple[str, str, Damage]:
    if not any(content.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        try:
            if content.count(b"\0") * 8 < len(content):
                return content.decode("utf-8"), "utf-8", Damage()
        except UnicodeDecodeError:
            declared = _declared(content)
            if declared is None and (sound := _damaged(content)):
                return sound
            if declared and (read := _as_declared(content, declared, name)):
                return read
    text, encoding, findings = decode(content, name)
    guessed = any(found.code == Code.ENCODING_GUESSED.code for found in findings)
    return text, encoding, Damage(encoding if guessed else None)


def _declared(content: bytes) -> str | None:
    """Return the encoding that a page declares, as Python calls it; none for UTF-8, which it is not."""
    match = DECLARED.search(content[:HEAD])
    if match is None:
        return None
    label = (match["meta"] or match["xml"]).decode("ascii", "replace").lower()
    label = READ_AS.get(label, label.replace("windows-", "cp"))
    return label if label in KNOWN else None


def _damaged(content: bytes) -> tuple[str, str, Damage] | None:
    """Read UTF-8 in which a few bytes are none."""
    text = content.decode("utf-8", "replace")
    bad = text.count(REPLACED)
    sound = len(NOT_ASCII.findall(text)) - bad
    return (text, "utf-8", Damage(None, bad)) if sound >= FEWEST_SOUND * bad else None


def _as_declared(content: bytes, declared: str, name: str) -> tuple[str, str, Damage] | None:
    """Read a page as it declares; one that calls itself Western may be Turkish all the same."""
    try:
        text = content.decode(declared)
    except UnicodeDecodeError:
        return None
    if declared in WESTERN:
        other, encoding, _ = decode(content, name)
        if encoding == "cp1254" and other != text:
            return other, encoding, Damage(encoding)
    return text, declared, Damage()
