"""Of which kind a file is, and which files are those of one document."""

from __future__ import annotations

from pathlib import PurePath

ENDINGS = (
    (".tei.xml", "tei"),
    (".xml", "tei"),
    (".csl.json", "csl-json"),
    (".json", "json"),
    (".bib", "bibtex"),
    (".ris", "ris"),
)
"""The longer ending stands before the shorter."""
OUR_OTHER_FILES = (".merges.json", ".graph.json")
"""Beside a bibliography of many documents: no documents themselves."""
FIRST_SIGNS = {b"<": "tei", b"{": "json", b"[": "csl-json", b"@": "bibtex", b"%": "bibtex", b"T": "ris"}
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
KNOWN_ENDINGS = ".tei.xml, .json, .bib, .ris or .csl.json"


def kind_of(path: str, content: bytes) -> str | None:
    """Say of which kind a file is, by its ending or, with another ending, by its first sign.

    An array is never the JSON of a document: it is a list of works, as reference managers write it.

    >>> kind_of("works.json", b"[]"), kind_of("note.json", b"{}"), kind_of("export", b"TY  - BOOK")
    ('csl-json', 'json', 'ris')
    """
    sign = FIRST_SIGNS.get(_first_sign(content))
    for ending, kind in ENDINGS:
        if path.lower().endswith(ending):
            return "csl-json" if (kind, sign) == ("json", "csl-json") else kind
    return None if sign == "ris" and b"TY  -" not in content[:1024] else sign


def _first_sign(content: bytes) -> bytes:
    for mark in MARKS:
        content = content.removeprefix(mark)
    return content[:1024].replace(b"\0", b"").lstrip()[:1]


def document_of(path: str) -> tuple[str, str] | None:
    """Return the document that a file belongs to, and its kind; ``None`` for a file that stands alone.

    >>> document_of("out/note.tei.xml"), document_of("note.csl.json"), document_of("other.xml")
    (('out/note', 'tei'), ('note', 'csl-json'), None)
    """
    if path.endswith(OUR_OTHER_FILES):
        return None
    for ending, kind in ENDINGS:
        if path.endswith(ending) and ending != ".xml" and PurePath(path).name != ending:
            return path[: -len(ending)], kind
    return None


def siblings_of(path: str) -> list[str]:
    """Return the paths of the other files of the same document."""
    document = document_of(path)
    if document is None:
        return []
    return [document[0] + ending for ending, kind in ENDINGS if ending != ".xml" and kind != document[1]]
