"""Whether the header and the last lines of pages are read whose house nobody described, in many languages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import converter
from converter.analysis.issues import find_issue, is_issue_line
from converter.model import Commentary, Metadata, Name
from tests.normalizers.conftest import Case

BODIES = tomllib.loads((Path(__file__).parent / "fixtures" / "bodies.toml").read_text("utf-8"))

TOLD = {"LIGHTHOUSES AND LAW", "La mer n'attend pas", "Report of the Working Group on Buoys"}
"""Pages that are read wrongly and told: their texts do not come back to a word of their titles."""


def page(written: str) -> str:
    """Put the text in its language where the page says but ``{en}``."""
    for language, body in BODIES.items():
        written = written.replace(f"{{{language}}}", body.strip())
    return written


def author_in_line(name: Name) -> str:
    """Write an author as one line: name, role, affiliation."""
    whole = f"{name.family}, {name.given or ''}" if name.family else name.literal
    return " | ".join(filter(None, [whole, name.role, name.affiliation]))


def house_in_lines(metadata: Metadata) -> list[str]:
    """Write what is known of the publisher, one part a line."""
    house = metadata.publisher
    if house is None:
        return []
    parts = {
        "publisher": house.name,
        "acronym": house.acronym,
        "address": (house.address or "").replace("\n", " / "),
        "phone": house.phone,
        "email": house.email,
        "website": house.website,
    }
    return [f"{name}: {value}" for name, value in parts.items() if value]


def metadata_in_lines(document: Commentary) -> str:
    """Write the metadata and the parts of the cite-as block, one a line."""
    metadata, series, cite_as = document.metadata, document.metadata.series, document.cite_as
    lines = [("title", metadata.title), ("subtitle", metadata.subtitle)]
    lines += [("author", author_in_line(name)) for name in metadata.authors]
    lines += [("date", metadata.published.date if metadata.published else None)]
    if series:
        lines += [("series", " | ".join(part or "-" for part in (series.name, series.volume, series.number)))]
    head = [f"{name}: {value}" for name, value in lines if value]
    tail = [f"rights: {metadata.rights}"] if metadata.rights else []
    if cite_as:
        parts = ("author", "year", "title", "publisher", "series", "number")
        tail += [f"cite {part}: {value}" for part in parts if (value := getattr(cite_as, part))]
    return "\n".join([*head, *house_in_lines(metadata), *tail])


def test_unknown_houses(case: Case) -> None:
    """Title, authors, date, series, house and cite-as block are those that a reader finds on the page."""
    document = converter.convert_text(page(case.written), to=()).commentary
    if case.title in TOLD:
        assert case.expected != metadata_in_lines(document), (
            f"{case.title} is read rightly: take it off the list"
        )
        assert any(one.code == "regions-uncertain" for one in document.diagnostics)
    else:
        assert case.expected == metadata_in_lines(document)


def test_issues(case: Case) -> None:
    """A line that says but an issue has its volume and number, and the words before them name the series."""
    issue = find_issue(case.written) if is_issue_line(case.written) else None
    parts = [case.written[slice(*place)] if place else "-" for place in issue[2:]] if issue else ["none"]
    assert case.expected == " | ".join(parts)
