"""The cite-as block of our own TEI: its parts as printed."""

from __future__ import annotations

from msgspec.structs import replace

from converter.model import CiteAs, Field, Link, PrintedDate
from converter.normalizers.dates import parse_date
from converter.readers.tei_content import ContentReader, Node, plain, printed
from converter.readers.tei_header import PRECISIONS
from converter.readers.tei_layout import Layout


def read_cite_as(bibl: Node, label: str | None, reader: ContentReader, paper: Layout) -> CiteAs:
    """Read a citation and lay out its text."""
    content = tuple(
        _as_number(part) if isinstance(part, Field) else part for part in printed(reader.citation(bibl))
    )
    literal = plain(content)
    fields = [part for part in content if isinstance(part, Field)]
    named = {field.name: field.text for field in reversed(fields)}
    dates = [field for field in fields if field.name == "date" and field.role != "accessed"]
    year = next((field.text for field in dates if field.text.isdecimal()), None)
    date = next((_date(field) for field in dates if field.text != year), None)
    visit = next((field for field in fields if field.role == "accessed"), None)
    return CiteAs(
        label=label,
        literal=literal,
        content=content,
        author=named.get("author"),
        year=year or (date.date[:4] if date and date.date[0] != "-" else None),
        title=named.get("title"),
        publisher=named.get("publisher"),
        series=named.get("series"),
        number=named.get("number"),
        date=date,
        accessed=_date(visit) if visit else None,
        url=next((part.text for part in content if isinstance(part, Link)), None),
        span=paper.lay(f"{label} {literal}" if label else literal),
    )


def _as_number(field: Field) -> Field:
    return replace(field, name="number", unit=None) if field.name == "issue" else field


def _date(field: Field) -> PrintedDate | None:
    """Return a date; of one without a year TEI has but the words."""
    if field.when:
        return PrintedDate(field.when, PRECISIONS.get(len(field.when), "day"), field.text)
    found = parse_date(field.text)
    return PrintedDate(found.iso, found.precision, field.text) if found and found.iso else None
