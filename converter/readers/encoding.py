"""Which characters the bytes of a text file stand for, and what had to be guessed or replaced."""

from __future__ import annotations

import codecs
import re

from converter.diagnostics import Code, Diagnostic
from converter.errors import UnreadableInput
from converter.source import Span

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

LEGACY = (
    "cp1254", "iso-8859-9", "cp1251", "koi8-r", "koi8-u", "iso-8859-5", "cp866", "cp1252", "iso-8859-1",
    "iso-8859-15", "cp1250", "iso-8859-2", "cp1253", "iso-8859-7", "cp1256", "mac-roman", "cp857",
    "mac-cyrillic", "mac-turkish",
)  # fmt: skip
"""The code pages that commentaries are met in; a detector's other answers are not believed."""

FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML document may hold, or that no text means (DEL)."""

FORBIDDEN_BYTES = bytes([*range(9), *range(0x0E, 0x1C), 0x7F])
NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""U+FFFE and U+FFFF in UTF-8."""

PYTHON_NAMES = {
    "iso8859-9": "iso-8859-9",
    "latin-1": "iso-8859-1",
    "macroman": "mac-roman",
    "ibm866": "cp866",
}
"""Names of the detector → names of Python."""

TURKISH_AS_WESTERN = {"þ": "ş", "ý": "ı", "ð": "ğ"}


def decode(content: bytes, name: str) -> tuple[str, str, list[Diagnostic]]:
    """Return the text (byte order mark removed), the encoding, and what was guessed or replaced."""
    text, encoding, findings = _decode(content, name)
    if encoding == "utf-8" and _is_clean(content):
        return text, encoding, findings
    forbidden = [match.start() for match in FORBIDDEN.finditer(text)]
    if forbidden:
        text = FORBIDDEN.sub("\ufffd", text)
        findings.append(
            Code.CONTROL_CHARACTERS.at(Span(forbidden[0], forbidden[0] + 1), count=len(forbidden))
        )
    return text, encoding, findings


def _is_clean(content: bytes) -> bool:
    """Tell by the bytes of UTF-8, which is quicker, that no forbidden character is among them."""
    if len(content.translate(None, FORBIDDEN_BYTES)) != len(content):
        return False
    return not any(character in content for character in NO_CHARACTERS)


def _decode(content: bytes, name: str) -> tuple[str, str, list[Diagnostic]]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decode_as(content[len(mark) :], encoding, name), encoding, []
    wide = _wide_encoding(content)
    if wide:
        return _decode_as(content, wide, name), wide, []
    try:
        return content.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError as problem:
        return _guess(content, problem.start, name)


def _decode_as(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        reason = f"it begins as {encoding}, but byte {problem.start} is none of that encoding"
        raise UnreadableInput(name, Code.UNREADABLE.at(None, reason=reason)) from problem


def _wide_encoding(content: bytes) -> str | None:
    """Tell UTF-16 without a mark by the zero bytes of its ASCII characters."""
    sample = content[:4096]
    if len(sample) < 4 or sample.count(0) * 4 < len(sample):
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else None


def _guess(content: bytes, first_bad: int, name: str) -> tuple[str, str, list[Diagnostic]]:
    """Read by a legacy code page: the detector's answer if it is known and fits, else the first that fits."""
    if content.count(0):
        raise UnreadableInput(name, Code.UNREADABLE.at(None, reason="its bytes are not those of a text file"))
    import chardet  # only for the few files that are not UTF-8

    answer = chardet.detect(content).get("encoding") or ""
    candidates = [_python_name(answer), *LEGACY] if _python_name(answer) in LEGACY else list(LEGACY)
    for encoding in candidates:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        encoding, text = _prefer_turkish(content, encoding, text)
        at = len(content[:first_bad].decode(encoding, "replace"))
        return (
            text,
            encoding,
            [Code.ENCODING_GUESSED.at(Span(at, at + 1), "/provenance/source/encoding", encoding=encoding)],
        )
    raise UnreadableInput(name, Code.UNREADABLE.at(None, reason="its bytes fit none of the known encodings"))


def _python_name(encoding: str) -> str:
    name = encoding.lower().replace("windows-", "cp").replace("_", "-")
    return PYTHON_NAMES.get(name, name)


def _prefer_turkish(content: bytes, encoding: str, text: str) -> tuple[str, str]:
    """Read Western code pages as Turkish when the Icelandic letters stand where Turkish has its own.

    cp1252 and cp1254 differ in six letters. No Western text of a think tank has ``þ``, ``ý`` and ``ð`` in
    running text, every Turkish one has ``ş``, ``ı`` and ``ğ``.
    """
    if encoding not in ("cp1252", "iso-8859-1", "iso-8859-15", "cp1250", "iso-8859-2"):
        return encoding, text
    western = content.decode("cp1252", "replace").lower()
    if sum(letter in western for letter in TURKISH_AS_WESTERN) < 2:
        return encoding, text
    try:
        return "cp1254", content.decode("cp1254")
    except UnicodeDecodeError:
        return encoding, text
