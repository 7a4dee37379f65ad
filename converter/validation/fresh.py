"""Whether what was just written is valid: the verdict of each schema and its words, as fast as can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

import msgspec
from lxml.etree import _Element, tostring

from converter.diagnostics import Code, Diagnostic
from converter.model import Commentary
from converter.validation.json_schema import schema_objections, validator
from converter.validation.model_text import model_text
from converter.validation.schemas import relaxng
from converter.validation.tei_document import TEI
from converter.validation.tei_schema import first_reason
from converter.xml import UnusableXml, parse_xml

FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold; U+FFFD is written instead."""
SHOWN = 60


def check_tei(content: bytes | _Element, commentary: Commentary | None = None) -> list[Diagnostic]:
    """Return nothing for valid TEI, else what the schema objects to first.

    With the commentary that was written, say too whether the TEI holds its text.
    """
    if isinstance(content, bytes):
        try:
            content = parse_xml(content)
        except UnusableXml as error:
            return [Code.OUTPUT_INVALID.at(None, format="TEI", reason=f"line {error}")]
    lost = check_written(content, commentary) if commentary is not None else []
    if relaxng().validate(content):
        return lost
    return [Code.OUTPUT_INVALID.at(None, format="TEI", reason=first_reason(content)), *lost]


def check_written(tree: bytes | _Element, commentary: Commentary) -> list[Diagnostic]:
    """Return nothing if the TEI holds the text of the document in its order, else from where it does not."""
    text = model_text(commentary)
    written = squeezed(written_text(parse_xml(tree) if isinstance(tree, bytes) else tree))
    if squeezed(text.encode("utf-8", "surrogatepass")) == written:
        return []
    text = FORBIDDEN.sub("\ufffd", text)
    wanted = squeezed(text.encode())
    if wanted == written:
        return []
    pairs = zip(wanted.decode(), written.decode("utf-8", "replace"), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return [Code.TEXT_NOT_WRITTEN.at(None, text=excerpt(text, same))]


def written_text(root: _Element) -> bytes:
    """Return the characters of ``text`` without marks of the page and without the list of works."""
    text = root.find(f"{TEI}text")
    if text is None:
        return b""
    marks = [(mark, mark.text) for mark in text.iter(f"{TEI}fw")]
    for mark, _printed in marks:
        mark.text = None  # put back below: a copy of the tree would cost more than all else
    whole = b"".join(tostring(part, encoding="utf-8", method="text") for part in _parts(text))
    for mark, printed in marks:
        mark.text = printed
    return whole


def _parts(text: _Element) -> Iterator[_Element]:
    for part in text:
        if part.tag != f"{TEI}back":
            yield part
        else:
            yield from (one for one in part if one.get("type") != "references")


def squeezed(text: bytes) -> bytes:
    """Return the text without blanks and line ends; nothing else is white space to XML."""
    return text.translate(None, b" \t\r\n")


def excerpt(text: str, at: int) -> str:
    """Return a stretch of the text from the word that holds its character ``at``, white space not counted.

    >>> excerpt("a lost  word", 3)
    'lost word'
    """
    for word in re.finditer(r"[^ \t\r\n]+", text):
        at -= len(word[0])
        if at < 0:
            return " ".join(text[word.start() : word.start() + 2 * SHOWN].split())[:SHOWN]
    return " ".join(text.split())[-SHOWN:]


def check_json(content: str | bytes, commentary: Commentary | None = None) -> list[Diagnostic]:
    """Return nothing for valid JSON, else everything that the schema objects to.

    With the commentary that was written its own value is tried first; only one that is refused is read back.
    """
    if commentary is not None and validator().is_valid(msgspec.to_builtins(commentary)):
        return []
    try:
        value = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return [Code.OUTPUT_INVALID.at(None, format="JSON", reason=str(error))]
    if validator().is_valid(value):
        return []
    return [
        Code.OUTPUT_INVALID.at(None, found.field, format="JSON", reason=f"{pointer or '/'}: {found.message}")
        for pointer, found in schema_objections(value)
    ]
