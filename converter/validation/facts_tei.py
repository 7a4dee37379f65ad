"""What a TEI file says of its document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml.etree import _Element

from converter.validation.facts import Fact, Facts, collect, number_of
from converter.validation.tei_document import TEI, XML_ID, XML_LANG, TeiDocument, local_name
from converter.validation.tei_rules import footnotes

FILE = f"{TEI}teiHeader/{TEI}fileDesc"
DATE = f"{FILE}/{TEI}publicationStmt/{TEI}date"
SELF = f"{FILE}/{TEI}sourceDesc/{TEI}biblStruct[@type='self']"


def tei_facts(content: bytes, path: str) -> Facts:
    """Return what a TEI file says; raise ``UnusableXml`` if it cannot be parsed."""
    document = TeiDocument(content, path)
    return collect(
        path,
        (Fact(name, said, partial(document.place, element)) for name, said, element in _said(document)),
    )


def _said(document: TeiDocument) -> Iterator[tuple[str, str, _Element]]:
    """Yield name, value and element."""
    root = document.root
    yield from _header(root)
    notes = footnotes(document)
    for note in notes:
        yield f"note {note.get(XML_ID)}", text_without_marks(note), note
        yield f"label of {note.get(XML_ID)}", note.get("n") or "", note
    body = root.find(f"{TEI}text/{TEI}body")
    if body is not None:
        yield from _blocks(body)
    yield "notes", " ".join(sorted(note.get(XML_ID) or "?" for note in notes)), root
    works = root.findall(f"{TEI}text/{TEI}back//{TEI}listBibl/{TEI}biblStruct")
    yield "works", " ".join(sorted(work.get(XML_ID) or "?" for work in works)), works[0] if works else root
    for work in works:
        yield from _work(work)


def _header(root: _Element) -> Iterator[tuple[str, str, _Element]]:
    known = (
        ("title", f"{FILE}/{TEI}titleStmt/{TEI}title"),
        ("url", f"{FILE}/{TEI}publicationStmt/{TEI}idno[@type='URI']"),
    )
    for name, path in known:
        element = root.find(path)
        if element is not None and element.text:
            yield name, element.text, element
    if language := root.get(XML_LANG):
        yield "language", language, root
    for name, path, attribute in (("date", DATE, "when"), ("id", SELF, XML_ID)):
        element = root.find(path)
        if element is not None and element.get(attribute):
            yield name, element.get(attribute) or "", element
    yield from _series_and_authors(root)


def _series_and_authors(root: _Element) -> Iterator[tuple[str, str, _Element]]:
    series = root.find(f"{FILE}/{TEI}seriesStmt")
    if series is not None:
        scopes = {scope.get("unit"): scope.text for scope in series.iter(f"{TEI}biblScope")}
        if number := number_of(scopes.get("volume"), scopes.get("issue")):
            yield "series number", number, series
    statement = root.find(f"{FILE}/{TEI}titleStmt")
    if statement is not None:
        titles = [title.text or "" for title in statement.findall(f"{TEI}title")]
        yield "whole title", " ".join(titles), statement
        authors = [_name(author) for author in statement.findall(f"{TEI}author")]
        yield "authors", "; ".join(authors), statement


def _name(author: _Element) -> str:
    parts = [author.findtext(f"{TEI}persName/{TEI}{part}") for part in ("surname", "forename")]
    whole = author.findtext(f"{TEI}orgName") or author.findtext(f"{TEI}persName") or ""
    return ", ".join(part for part in parts if part) or whole


def _blocks(body: _Element) -> Iterator[tuple[str, str, _Element]]:
    """Yield the text of each block that has an id."""
    for block in body.iter(*(f"{TEI}{name}" for name in ("p", "head", "list", "quote", "table", "figure"))):
        if block.get(XML_ID):
            yield f"text of {block.get(XML_ID)}", text_without_marks(block), block


def _work(work: _Element) -> Iterator[tuple[str, str, _Element]]:
    key = work.get(XML_ID)
    title = work.find(f"{TEI}analytic/{TEI}title")
    if title is None and work.find(f"{TEI}analytic") is None:
        title = work.find(f"{TEI}monogr/{TEI}title[@level='m']")
    if title is not None and title.text:
        yield f"title of {key}", title.text, title
    pointer = work.find(f"{TEI}ptr")
    if pointer is not None and pointer.get("target"):
        yield f"url of {key}", pointer.get("target") or "", pointer


def text_without_marks(element: _Element) -> str:
    """Return the text of an element without its notes, markers and marks of the page."""
    pieces: list[str] = []
    waiting: list[_Element | str] = [element]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            pieces.append(part)
            continue
        for inner in reversed(part):
            waiting.append(inner.tail or "")
            if not _is_mark(inner):
                waiting.append(inner)
        waiting.append(part.text or "")
    return "".join(pieces)


def _is_mark(element: _Element) -> bool:
    if not isinstance(element.tag, str):
        return True  # a comment or a processing instruction
    name = local_name(element)
    return name in ("note", "fw") or (name == "ref" and element.get("type") == "note")
