"""What the header and the list of works of a TEI file record."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from converter.validation.facts import YEAR, known_language
from converter.validation.facts_tei_text import Said, first, said, text_of
from converter.validation.tei_document import TEI, XML_ID, XML_LANG

FILE = f"{TEI}teiHeader/{TEI}fileDesc"
SELF = f"{FILE}/{TEI}sourceDesc/{TEI}biblStruct[@type='self']"
CITE_AS = f"{FILE}/{TEI}sourceDesc/{TEI}bibl[@type='citeAs']"
KEYWORDS = f"{TEI}teiHeader/{TEI}profileDesc/{TEI}textClass/{TEI}keywords"


def publication_facts(root: _Element) -> Iterator[Said]:
    """Yield who published the document where and under which terms, and how it is to be cited."""
    statement = root.find(f"{FILE}/{TEI}publicationStmt")
    place = first(statement, root)
    record = root.find(SELF)
    yield said("publisher", place.find(f"{TEI}publisher/{TEI}orgName"), place)
    lines = place.findall(f"{TEI}address/{TEI}addrLine")
    yield "address", "\n".join(map(text_of, lines)), first(*lines[:1], place)
    yield said("rights", place.find(f"{TEI}availability/{TEI}p"), place)
    yield said("doi", place.find(f"{TEI}idno[@type='DOI']"), place)
    address = None if record is None else record.find(f"{TEI}note[@type='address']")
    link = place.find(f"{TEI}idno[@type='URI']")
    yield said("url", address if link is None else link, place)
    terms = root.findall(f"{KEYWORDS}/{TEI}term")
    yield "keywords", ", ".join(map(text_of, terms)), first(*terms[:1], root)
    yield from _cite_as(root)


def _cite_as(root: _Element) -> Iterator[Said]:
    record, bibl = root.find(SELF), root.find(CITE_AS)
    place = first(bibl, record, root)
    yield said("cite-as in the header", bibl, place)
    dates = [] if bibl is None else bibl.findall(f"{TEI}date")
    year = next((date for date in dates if YEAR.fullmatch(text_of(date))), None)
    if year is not None:
        yield said("cite-as year", year)
    visit = next((date for date in dates if date.get("type") == "accessed"), None)
    if visit is not None:
        yield "cite-as access date", visit.get("when") or "", visit
    yield _date("access date", record, "accessed", place)


def work_facts(work: _Element) -> Iterator[Said]:
    """Yield what is recorded of a cited work."""
    key = work.get(XML_ID)
    title, literal = _title(work), work.find(f"{TEI}note[@type='literal']")
    yield said(f"title of {key}", title, work)
    if title is not None and text_of(title):
        yield f"language of {key}", known_language(title.get(XML_LANG)), title
    yield said(f"printed form of {key}", literal, work)
    yield said(f"doi of {key}", work.find(f".//{TEI}idno[@type='DOI']"), work)
    pointer = work.find(f"{TEI}ptr")
    if pointer is None:
        yield said(f"url of {key}", work.find(f"{TEI}note[@type='address']"), work)
    else:
        yield f"url of {key}", pointer.get("target") or "", pointer
    issued = _date(f"issued of {key}", work, "published", work)
    undecided = _date(f"date of {key}", work, None, work)
    yield from (issued, undecided, _date(f"accessed of {key}", work, "accessed", work))
    main = undecided if issued[2] is work else issued
    yield f"published of {key}", main[1], main[2]


def _title(work: _Element) -> _Element | None:
    """Return the title of a work; where its printed form stands for it, the one there is its container's."""
    analytic = work.find(f"{TEI}analytic")
    if analytic is not None:
        return analytic.find(f"{TEI}title")
    if work.find(f"{TEI}note[@type='literal']") is not None:
        return None
    return work.find(f"{TEI}monogr/{TEI}title[@level='m']")


def _date(name: str, record: _Element | None, role: str | None, place: _Element) -> Said:
    """Return the date of one role in an imprint."""
    dates = [] if record is None else record.findall(f"{TEI}monogr/{TEI}imprint/{TEI}date")
    found = next((date for date in dates if date.get("type") == role), None)
    return name, "" if found is None else found.get("when") or "", first(found, place)
