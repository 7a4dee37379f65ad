"""Documents held against the files that they were made from, character by character."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from converter.batch.files import is_folder, read_file
from converter.batch.walk import find_files
from converter.diagnostics import Code, Diagnostic
from converter.errors import UnreadableInput
from converter.pipeline import conserved
from converter.readers import is_input, read
from converter.source import LineIndex, Source
from converter.validation.findings import FileFinding
from converter.validation.json_syntax import NotJsonError, parse_json
from converter.validation.json_tree import Json, objects, string
from converter.validation.kinds import document_of
from converter.validation.positions import position_of
from converter.validation.source_text import SHOWN, compare_text, opened, shown

FIRST_LETTERS = re.compile(r"\w{1,20}")
"""Of a quotation: enough to find it, and no markup can stand between them."""
PARTS = ("front_matter", "body", "footnotes", "back_matter")


class NoSource(Exception):
    """There is no source of a document; the message says why."""


def check_against(
    folder: Path, checked: Mapping[str, bytes], beside: Mapping[str, bytes]
) -> Iterator[FileFinding]:
    """Yield where the files of one document do not hold what their source has.

    ``folder`` is where the sources are, or the source itself.
    """
    together = {**beside, **checked}
    record = next((found for path in together if (found := _json_of(path, together[path]))), None)
    texts = [path for path in checked if _kind(path) in ("json", "tei")]
    if not texts:
        return
    try:
        path = _source_of(Path(texts[0]), folder, string(record, "provenance", "source", "name"))
        content = read_file(path)
        source = read(content, path.name)
    except (NoSource, UnreadableInput) as error:
        for text in texts:
            yield FileFinding(text, 1, 1, Code.SOURCE_MISSING.at(None, reason=str(error)))
        return
    for text in texts:
        if _kind(text) == "json":
            yield from _check_json(text, checked[text], path, content, source)
        else:
            yield from _check_tei(text, checked[text], path, source, record)


def _kind(path: str) -> str | None:
    document = document_of(path)
    return document[1] if document else "tei" if path.endswith(".xml") else None


def _json_of(path: str, content: bytes) -> Json:
    if _kind(path) != "json":
        return None
    try:
        return parse_json(content, path)[0]
    except NotJsonError:
        return None


# --- Which file is the source ---------------------------------------------------------------------------


def _source_of(document: Path, folder: Path, name: str | None) -> Path:
    """Return the source of a document: the file of that name, or of its stem, whose folders agree best."""
    if not is_folder(folder):
        return folder
    stem = (document_of(str(document)) or (str(document.with_suffix("")), ""))[0].rpartition("/")[2]
    found = [path for path in files_below(folder) if (path.name == name if name else path.stem == stem)]
    if not found:
        raise NoSource(f"{folder} has no file called {name or f'{stem}.…'}")
    parents = document.absolute().parent.parts
    best = max(_shared_end(path.absolute().parent.parts, parents) for path in found)
    nearest = [path for path in found if _shared_end(path.absolute().parent.parts, parents) == best]
    if len(nearest) > 1:
        raise NoSource(f"{' and '.join(map(str, nearest[:2]))} could both be it")
    return nearest[0]


def _shared_end(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Count the folders that two paths share at their ends."""
    count = 0
    for mine, theirs in zip(reversed(one), reversed(other), strict=False):
        if mine != theirs:
            break
        count += 1
    return count


@cache
def files_below(folder: Path) -> tuple[Path, ...]:
    """Return the files below a folder that may be sources; kept for one run, which forgets them first."""
    found = (one for one in find_files(folder) if one.problem is None)
    return tuple(
        one.path for one in found if document_of(one.path.name) is None or is_input(one.path.name, b"")
    )


# --- What is not there ----------------------------------------------------------------------------------


def _check_json(
    path: str, content: bytes, place: Path, original: bytes, source: Source
) -> Iterator[FileFinding]:
    """Hold a JSON document against its source, part by part in the places that it names."""
    try:
        value, text = parse_json(content, path)
    except NotJsonError:
        return
    if string(value, "provenance", "source", "sha256") != _sum(original):
        pointer = "/provenance/source/sha256"
        told = Code.SOURCE_CHANGED.at(None, pointer, source=str(place), reason="its checksum is another")
        yield FileFinding(path, *position_of(text, pointer), told)
    if string(value, "provenance", "source", "text_sha256") != _sum(source.text.encode()):
        return  # its places are those of another text; the TEI is compared without places
    lines = LineIndex(source.text)
    for found in conserved(source, content):
        start = _place_of(found, source.text)
        pointer = _part_at(value, start)
        line, column = lines.locate(start)
        words = " ".join(source.text[start : start + 2 * SHOWN].split())
        told = _lost(f"{place}:{line}:{column}", words, pointer)
        yield FileFinding(path, *position_of(text, pointer), told)


def _place_of(found: Diagnostic, text: str) -> int:
    """Return where in its part the words stand that a finding quotes without white space."""
    start = found.span.start if found.span else 0
    quoted = FIRST_LETTERS.search(found.message.partition(": ")[2])
    words = re.compile(r"\s*".join(quoted[0])).search(text, start) if quoted else None
    return words.start() if words else start


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _lost(place: str, text: str, pointer: str | None = None) -> Diagnostic:
    return Code.SOURCE_LOST.at(None, pointer, place=place, text=shown(text))


def _part_at(value: Json, offset: int) -> str:
    """Return the pointer of the part that stands at a place of the source, or last before it."""
    starts = [
        (span["start"], f"/{part}/{at}")
        for part in PARTS
        for at, one in objects(value, part)
        if isinstance(span := one.get("span"), dict) and isinstance(span.get("start"), int)
    ]
    before = [one for one in starts if one[0] <= offset]
    return max(before)[1] if before else "/body"


def _check_tei(path: str, content: bytes, place: Path, source: Source, record: Json) -> Iterator[FileFinding]:
    """Hold the text of a TEI file against its source, without what the JSON records as marks of the page."""
    document = opened(content, path)
    if document is None:
        return
    marks = [string(mark, "text") or "" for _at, mark in objects(record, "provenance", "furniture")]
    compared = compare_text(document, source, marks)
    lines = LineIndex(source.text)
    for offset, text in compared.lost:
        line, column = lines.locate(offset)
        yield document.finding(document.root, _lost(f"{place}:{line}:{column}", text))
    for element, text in compared.added:
        yield document.finding(element, Code.SOURCE_ADDED.at(None, text=shown(text)))
