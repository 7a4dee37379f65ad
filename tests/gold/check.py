"""Does every truth in this folder really stand in its sample? Silence means that it does."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict, cast

GOLD = Path(__file__).parent
SAMPLES = GOLD.parent.parent / "samples"

FINDINGS = frozenset(
    {
        "encoding-guessed",
        "missing-author",
        "missing-cite-as",
        "missing-date",
        "missing-title",
        "multiple-cite-as",
        "orphan-marker",
        "orphan-note",
        "paragraph-joined",
        "series-conflict",
        "year-conflict",
        "year-inferred",
    }
)
KINDS = frozenset({"reference", "comment", "mixed", "back-reference"})
PRINTED_KEYS = frozenset({"title", "author", "container", "publisher", "volume", "issue", "page", "doi"})
DATE_KEYS = frozenset({"issued", "accessed", "date_open"})
WORK_KEYS = PRINTED_KEYS | DATE_KEYS | {"type", "language", "url", "url_as_printed"}
ISO_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")

MARKUP = re.compile(
    r"""
    \]\( (?: https?:// | \# ) [^)]* \)   # [Annex B](https://corridor.example.org)   the target of a link
    | \[ \\? \[? \^? [0-9*]{1,2} \\? \]  # [5], [^5], [\[5\]   a marker or the label of a note
    | \( \d \)                           # (5)   the same
    | ^ \d [.)] \s                       # 5.    a note or an item of a list
    | [\s*<>\[\]\\#•⁴¹²³:-]              # what is left of markup, and white space
    """,
    re.VERBOSE | re.MULTILINE,
)


class Block(TypedDict):
    """A block of the body: how it begins and ends, how long it is."""

    type: str
    starts: str
    ends: str
    length: int


class Marker(TypedDict):
    """A marker: its label, the text before it, and the block (from 1) or ``title`` or ``byline``."""

    label: str
    before: str
    block: int | str


class Note(TypedDict, total=False):
    """A note and the works that it cites."""

    label: str
    text: str
    kind: str
    back_to: str
    works: list[dict[str, str]]


class Truth(TypedDict):
    """The parts of a truth that are checked against the sample."""

    title: str
    body: list[Block]
    markers: list[Marker]
    notes: list[Note]
    cite_as: dict[str, str]
    about_author: str
    colophon: list[str]
    furniture: list[str]
    findings: list[str]


def decode(content: bytes) -> str:
    """Decode a sample: UTF-16 and UTF-8 by their marks, else UTF-8, else the Turkish code page."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1254")


def squeeze(text: str) -> str:
    """Leave out white space, markers and markup."""
    return MARKUP.sub("", text)


def check_printed(truth: Truth, source: str) -> Iterator[str]:
    """Report each text of the truth that is not printed in the sample."""
    printed = [note["text"] for note in truth.get("notes", [])]
    printed += [*truth["colophon"], truth.get("title", ""), truth.get("about_author", "")]
    printed += [truth.get("cite_as", {}).get("literal", "")]
    yield from (f"not printed: {text}" for text in printed if squeeze(text) not in source)


def check_body(truth: Truth, source: str) -> Iterator[str]:
    """Report each block that is not where the one before it ends, or whose length cannot be right."""
    place = 0
    for block in truth["body"]:
        start = source.find(squeeze(block["starts"]), place)
        end = source.find(squeeze(block["ends"]), start)
        place = end + len(squeeze(block["ends"]))
        if start < 0 or end < 0:
            yield f"block not found: {block['starts']}"
        elif not 0.75 * block["length"] <= place - start <= block["length"] + 80:
            yield f"length of block: {block['starts']}"


def check_markers(truth: Truth, source: str) -> Iterator[str]:
    """Report each marker whose words before it are not in the sample or whose note or block is missing."""
    orphan = "orphan-marker" in truth["findings"]
    labels = {note["label"] for note in truth.get("notes", [])}
    for marker in truth.get("markers", []):
        if squeeze(marker["before"]) not in source:
            yield f"marker {marker['label']}: {marker['before']} not printed"
        if marker["label"] not in labels and not orphan:
            yield f"marker {marker['label']} has no note"
        if isinstance(marker["block"], int) and not 1 <= marker["block"] <= len(truth["body"]):
            yield f"marker {marker['label']}: no block {marker['block']}"


def check_works(note: Note) -> Iterator[str]:
    """Report unknown keys, dates that are not ISO, two roles for one date, and parts that are not printed."""
    for work in note.get("works", []):
        yield from (f"note {note['label']}: unknown key {key}" for key in work.keys() - WORK_KEYS)
        dates = [work[key] for key in sorted(work.keys() & DATE_KEYS)]
        yield from (f"note {note['label']}: date {date}" for date in dates if not ISO_DATE.fullmatch(date))
        if "date_open" in work and len(dates) > 1:
            yield f"note {note['label']}: an open date beside another"
        for key in sorted(work.keys() & PRINTED_KEYS):
            if work[key] not in note["text"]:
                yield f"note {note['label']}: {key} {work[key]} not printed"


def check_truth(truth: Truth, source: str) -> Iterator[str]:
    """Report whatever is wrong in one truth."""
    yield from (f"unknown finding {code}" for code in truth["findings"] if code not in FINDINGS)
    yield from check_printed(truth, source)
    yield from check_body(truth, source)
    yield from check_markers(truth, source)
    for note in truth.get("notes", []):
        if note["kind"] not in KINDS:
            yield f"note {note['label']}: unknown kind {note['kind']}"
        yield from check_works(note)


def main() -> int:
    """Check all truths against their samples and return the number of faults."""
    samples = {path.stem: path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".md"}}
    truths = {path.stem: path for path in GOLD.glob("*.toml")}
    faults = [f"{name}: sample or truth is missing" for name in sorted(samples.keys() ^ truths.keys())]
    for name in sorted(samples.keys() & truths.keys()):
        truth = cast("Truth", tomllib.loads(truths[name].read_text(encoding="utf-8")))
        source = squeeze(decode(samples[name].read_bytes()))
        faults += [f"{name}: {fault}" for fault in check_truth(truth, source)]
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return len(faults)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
