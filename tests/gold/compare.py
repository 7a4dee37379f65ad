"""Where a converted document and the hand-written truth of its sample differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from converter.model import Commentary, PrintedDate, Reference
from converter.pipeline import Result

FIXED_CODES = frozenset(
    {
        "year-conflict", "series-conflict", "orphan-note", "orphan-marker", "missing-author", "missing-title",
        "missing-date", "missing-cite-as", "multiple-cite-as", "paragraph-joined",
    }
)  # fmt: skip

Truth = Mapping[str, Any]


def differences(truth: Truth, result: Result) -> Iterator[str]:
    """Yield one line for each value that differs from the truth."""
    yield from _metadata(truth, result.commentary)
    yield from _body(truth.get("body", ()), result.commentary)
    yield from _markers(truth.get("markers", ()), result.commentary)
    yield from _notes(truth.get("notes", ()), result.commentary)
    yield from _cite_as(truth.get("cite_as"), result.commentary)
    yield from _back(truth, result.commentary)
    yield from _findings(truth, result)


def _squeeze(text: str | None) -> str | None:
    return " ".join(text.split()) if text is not None else None


def _differs(name: str, expected: object, actual: object) -> Iterator[str]:
    if expected != actual:
        yield f"{name}: expected {expected!r}, got {actual!r}"


def _iso(date: PrintedDate | None) -> str | None:
    return date.date if date else None


def _metadata(truth: Truth, commentary: Commentary) -> Iterator[str]:
    metadata = commentary.metadata
    for name in ("title", "subtitle", "language", "rights", "url"):
        yield from _differs(name, truth.get(name), getattr(metadata, name))
    authors = [
        (one.get("given"), one.get("family"), one.get("role"), one["literal"]) for one in truth["authors"]
    ]
    yield from _differs(
        "authors", authors, [(one.given, one.family, one.role, one.literal) for one in metadata.authors]
    )
    yield from _differs("published", truth.get("published"), _iso(metadata.published))
    series = metadata.series
    expected = truth.get("series")
    actual = {"name": series.name, "volume": series.volume, "number": series.number} if series else None
    yield from _differs(
        "series", expected, {key: value for key, value in actual.items() if value} if actual else None
    )
    publisher = metadata.publisher
    yield from _differs("publisher", truth.get("publisher"), publisher.name if publisher else None)
    for name in ("acronym", "address", "phone", "fax", "email", "website"):
        yield from _differs(name, truth.get(name), getattr(publisher, name) if publisher else None)
    yield from _differs("social", truth.get("social", []), list(publisher.social) if publisher else [])


def _body(blocks: Sequence[Truth], commentary: Commentary) -> Iterator[str]:
    yield from _differs("number of blocks", len(blocks), len(commentary.body))
    for number, (expected, block) in enumerate(zip(blocks, commentary.body, strict=False), 1):
        yield from _differs(f"block {number} type", expected["type"], block.type)
        text = _squeeze(block.text) or ""
        yield from _differs(f"block {number} starts", expected["starts"], text[: len(expected["starts"])])
        yield from _differs(f"block {number} ends", expected["ends"], text[-len(expected["ends"]) :])
        yield from _differs(f"block {number} length", expected["length"], len(text))


def _markers(markers: Sequence[Truth], commentary: Commentary) -> Iterator[str]:
    expected = sorted(
        (one["label"], str(one["block"]), "".join(one["before"].split())[-10:]) for one in markers
    )
    yield from _differs("markers", expected, sorted(_found_markers(commentary)))


def _found_markers(commentary: Commentary) -> Iterator[tuple[str, str, str]]:
    texts = {block.id: (str(number), block.text) for number, block in enumerate(commentary.body, 1)}
    texts |= {section.id: (section.id, section.text) for section in commentary.front_matter}
    for note in commentary.footnotes:
        for marker in note.markers:
            block, text = texts[marker.block]
            yield note.label, block, "".join(text[max(marker.offset - 15, 0) : marker.offset].split())[-10:]
    for block_model in commentary.body:
        yield from _unresolved(block_model.content, texts[block_model.id][0], [""])


def _unresolved(content: Sequence[Any], block: str, text: list[str]) -> Iterator[tuple[str, str, str]]:
    for item in content:
        if hasattr(item, "content"):
            yield from _unresolved(item.content, block, text)
        elif hasattr(item, "text"):
            text[0] += item.text
        elif hasattr(item, "label") and item.footnote is None:
            yield item.label, block, "".join(text[0][-15:].split())[-10:]


def _notes(notes: Sequence[Truth], commentary: Commentary) -> Iterator[str]:
    yield from _differs(
        "labels", [one["label"] for one in notes], [note.label for note in commentary.footnotes]
    )
    references = {reference.id: reference for reference in commentary.references}
    seen: set[str] = set()
    for expected, note in zip(notes, commentary.footnotes, strict=False):
        name = f"note {note.label}"
        yield from _differs(f"{name} text", _squeeze(expected["text"]), _squeeze(note.text))
        yield from _differs(f"{name} kind", expected.get("kind", note.kind), note.kind)
        fresh = [key for key in note.citations if key not in seen]
        seen |= set(note.citations)
        yield from _works(name, expected.get("works", ()), [references[key] for key in fresh])


def _works(name: str, works: Sequence[Truth], references: Sequence[Reference]) -> Iterator[str]:
    yield from _differs(f"{name} works", len(works), len(references))
    for number, (expected, reference) in enumerate(zip(works, references, strict=False), 1):
        where = f"{name} work {number}"
        for key in (
            "title",
            "language",
            "container",
            "publisher",
            "url",
            "url_as_printed",
            "doi",
            "page",
            "volume",
            "issue",
        ):
            yield from _differs(f"{where} {key}", expected.get(key), getattr(reference, key))
        author = "; ".join(one.literal for one in (*reference.author, *reference.editor)) or None
        yield from _differs(f"{where} author", expected.get("author"), author)
        yield from _dates(where, expected, reference)


def _dates(where: str, expected: Truth, reference: Reference) -> Iterator[str]:
    open_date = expected.get("date_open")
    if open_date:
        found = {_iso(reference.date), _iso(reference.issued), _iso(reference.accessed)}
        yield from _differs(f"{where} date", True, open_date in found)
        return
    yield from _differs(f"{where} issued", expected.get("issued"), _iso(reference.issued))
    yield from _differs(f"{where} accessed", expected.get("accessed"), _iso(reference.accessed))


def _cite_as(expected: Truth | None, commentary: Commentary) -> Iterator[str]:
    cite_as = commentary.cite_as
    yield from _differs("cite-as block", expected is not None, cite_as is not None)
    if expected is None or cite_as is None:
        return
    yield from _differs("cite-as literal", _squeeze(expected["literal"]), _squeeze(cite_as.literal))
    for name in ("author", "year", "title", "publisher", "series", "number", "url"):
        yield from _differs(f"cite-as {name}", expected.get(name), getattr(cite_as, name))
    yield from _differs("cite-as date", expected.get("date"), cite_as.date.literal if cite_as.date else None)
    yield from _differs("cite-as accessed", expected.get("accessed"), _iso(cite_as.accessed))


def _back(truth: Truth, commentary: Commentary) -> Iterator[str]:
    about = [section for section in commentary.back_matter if section.type == "about-author"]
    actual = (
        "\n".join(section.text.removeprefix(section.heading or "").strip() for section in about)
        if about
        else None
    )
    yield from _differs("about the author", _squeeze(truth.get("about_author")), _squeeze(actual))
    lines = [
        line
        for section in commentary.back_matter
        if section.type == "colophon"
        for line in section.text.split("\n")
    ]
    yield from _differs(
        "colophon", [_squeeze(line) for line in truth.get("colophon", ())], [_squeeze(line) for line in lines]
    )
    furniture = sorted(mark.text for mark in commentary.provenance.furniture if mark.type != "reading-time")
    yield from _differs("furniture", sorted(truth.get("furniture", ())), furniture)


def _findings(truth: Truth, result: Result) -> Iterator[str]:
    expected = set(truth.get("findings", ()))
    reported = {finding.code for finding in result.diagnostics}
    for code in sorted(expected - reported):
        yield f"finding {code}: expected, not reported"
    for code in sorted((reported & FIXED_CODES) - expected):
        yield f"finding {code}: reported, not expected"
    for finding in result.diagnostics:
        if finding.severity == "error":
            yield f"error {finding.code}: {finding.message}"
