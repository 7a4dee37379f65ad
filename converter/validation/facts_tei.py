"""What a TEI file says of its document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml.etree import _Element

from converter.validation.facts import Fact, Facts, collect, known_language, number_of
from converter.validation.facts_tei_header import FILE, SELF, publication_facts, work_facts
from converter.validation.facts_tei_text import Said, first, said, text_facts, text_without_marks
from converter.validation.tei_document import TEI, XML_ID, XML_LANG, TeiDocument
from converter.validation.tei_rules import footnotes

DATE = f"{FILE}/{TEI}publicationStmt/{TEI}date"
SCOPE = f"{TEI}biblScope"


def tei_facts(content: bytes, path: str) -> Facts:
    """Return what a TEI file says; raise ``UnusableXml`` if it cannot be parsed."""
    document = TeiDocument(content, path)
    return collect(
        path,
        (Fact(name, said, partial(document.place, element)) for name, said, element in _said(document)),
    )


def _said(document: TeiDocument) -> Iterator[Said]:
    root = document.root
    yield from _header(root)
    yield from publication_facts(root)
    notes = footnotes(document)
    for note in notes:
        yield f"note {note.get(XML_ID)}", text_without_marks(note), note
        yield f"label of {note.get(XML_ID)}", note.get("n") or "", note
    yield "notes", " ".join(sorted(note.get(XML_ID) or "?" for note in notes)), root
    yield from text_facts(root)
    works = root.findall(f"{TEI}text/{TEI}back//{TEI}listBibl/{TEI}biblStruct")
    yield "works", " ".join(sorted(work.get(XML_ID) or "?" for work in works)), works[0] if works else root
    for work in works:
        yield from work_facts(work)


def _header(root: _Element) -> Iterator[Said]:
    statement = root.find(f"{FILE}/{TEI}titleStmt")
    yield said("title", root.find(f"{FILE}/{TEI}titleStmt/{TEI}title"), statement, root)
    yield "language", known_language(root.get(XML_LANG)), root
    for name, path, attribute in (("date", DATE, "when"), ("id", SELF, XML_ID)):
        element = root.find(path)
        yield name, "" if element is None else element.get(attribute) or "", first(element, statement, root)
    yield from _series_and_authors(root)


def _series_and_authors(root: _Element) -> Iterator[Said]:
    series = root.find(f"{FILE}/{TEI}seriesStmt")
    scopes = {} if series is None else {scope.get("unit"): scope.text for scope in series.iter(SCOPE)}
    number = number_of(scopes.get("volume"), scopes.get("issue"))
    yield "series number", number, first(series, root)
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
