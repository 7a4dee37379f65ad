"""Signs of each passage by which the judge of readings tells how likely it is read wrongly.

A sign is a short text (``body end .``); the judge has learned what each is worth.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from converter.analysis import regions
from converter.analysis.block_kinds import block_kind
from converter.analysis.captions import caption_kind
from converter.analysis.header_facts import header_facts
from converter.analysis.labels import Plan
from converter.analysis.passages import Passage
from converter.analysis.wording import STOPS, without_marks
from converter.normalizers.house_names import house_name
from converter.normalizers.names import looks_like_name
from converter.profiles import Profile

LENGTHS = (16, 30, 60, 100, 160, 250, 500, 1000)
MARGINS = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 10.0)
COUNTS = (1, 2, 3, 4, 6, 9, 14)
SHORT = 100
"""Characters of a line that may be a name or a fact."""

LINKED = re.compile(r"https?:|www\.|@")
OPEN_FIGURE = re.compile(r"[^\s\d(\[]\d{1,3}(?=[\s.,;:]|$)")
"""A figure glued to a word or a stop, which may be a marker."""

OPENINGS = "“„\"'‘«»「『(["
DASHES = "-–—•*"
FRONT = regions.FRONT - {regions.ABSTRACT}


def signs_of(
    passages: Sequence[Passage], readings: Sequence[regions.Reading], plan: Plan, profile: Profile
) -> list[list[str]]:
    """Return the signs of every passage, read as ``readings`` say."""
    labels = [reading.label for reading in readings]
    whole = [*_document_signs(passages, labels, plan)]
    kinds = _kinds(passages, labels)
    marked = {mark.passage for mark in plan.marks}
    body = [number for number, label in enumerate(labels) if label == regions.BODY]
    first, last = (body[0], body[-1]) if body else (0, len(labels))
    found: list[list[str]] = []
    for number, (passage, reading) in enumerate(zip(passages, readings, strict=True)):
        own = [f"kind {kinds.get(number, passage.kind)}", *whole]
        own += _reading_signs(reading)
        own += _text_signs(passage, profile)
        own += _place_signs(number, labels, first, last)
        own += [f"before {sign}" for sign in _neighbour(passages, number - 1)]
        own += [f"behind {sign}" for sign in _neighbour(passages, number + 1)]
        own += [*(["marked"] if number in marked else ()), *(["label"] if number in plan.starts else ())]
        found.append([f"{reading.label} {sign}" for sign in own])
    return found


def _kinds(passages: Sequence[Passage], labels: Sequence[str]) -> dict[int, str]:
    numbers = [number for number, label in enumerate(labels) if label == regions.BODY]
    body = [passages[number] for number in numbers]
    return {number: block_kind(body, at) for at, number in enumerate(numbers)}


def _document_signs(passages: Sequence[Passage], labels: Sequence[str], plan: Plan) -> Iterator[str]:
    yield f"page style {plan.style}"
    yield f"page text {_bucket(labels.count(regions.BODY), COUNTS)}"
    yield f"page header {_bucket(sum(label in FRONT for label in labels), COUNTS)}"
    yield from (f"page no {name}" for name in (regions.TITLE, regions.BYLINE) if name not in labels)
    notes = labels.count(regions.NOTE)
    answered = {mark.label for mark in plan.marks}.issuperset(start.label for start in plan.starts.values())
    yield f"page notes {_bucket(notes, COUNTS)} {'all' if answered else 'some'}"
    glued = sum(
        OPEN_FIGURE.search(passage.text) is not None
        for passage, label in zip(passages, labels, strict=True)
        if label == regions.BODY
    )
    if glued and not notes:
        yield "page figures"


def _reading_signs(reading: regions.Reading) -> Iterator[str]:
    margin = _bucket(reading.margin, MARGINS)
    yield f"margin {margin}"
    yield f"or {reading.runner_up}"
    yield f"or {reading.runner_up} {margin}"


def _text_signs(passage: Passage, profile: Profile) -> Iterator[str]:
    text = passage.text
    yield f"long {_bucket(len(text), LENGTHS)}"
    yield f"long {_bucket(len(text), LENGTHS)} end {_end(text)}"
    yield f"end {_end(text)}"
    yield f"begin {_begin(text)}"
    yield f"gap {min(passage.gap, 1)}"
    if passage.page_break or passage.pieces:
        yield "page end"
    if LINKED.search(text):
        yield "link"
    if "|" in text or "·" in text or "\t" in text:
        yield "bar"
    if caption_kind(text):
        yield "caption"
    if OPEN_FIGURE.search(text):
        yield "figure"
    if len(text) <= SHORT:
        yield from _line_signs(text, profile)


def _line_signs(text: str, profile: Profile) -> Iterator[str]:
    yield f"name {int(4 * looks_like_name(text))}"
    yield f"house {int(2 * house_name(text))}"
    yield f"fact {int(header_facts(text, profile) / 2)}"
    if text.isupper():
        yield "capitals"
    if ":" in text:
        yield "colon"
    if "," in text:
        yield "comma"
    figures = sum(map(str.isdecimal, text))
    if figures:
        yield f"figures {int(4 * figures / len(text))}"
    words = text.split()
    large = sum(word[0].isupper() for word in words)
    yield f"words {_bucket(len(words), COUNTS)} large {int(4 * large / len(words))}"


def _place_signs(number: int, labels: Sequence[str], first: int, last: int) -> Iterator[str]:
    before = labels[number - 1] if number else "start"
    behind = labels[number + 1] if number + 1 < len(labels) else "end"
    yield f"< {before}"
    yield f"> {behind}"
    yield f"<> {before} {behind}"
    yield f"from start {min(number, 12)}"
    yield f"from end {min(len(labels) - number, 6)}"
    yield f"text {max(min(number - first, 4), -3)} {max(min(last - number, 4), -4)}"


def _neighbour(passages: Sequence[Passage], number: int) -> Iterator[str]:
    if not 0 <= number < len(passages):
        return
    text = passages[number].text
    yield f"end {_end(text)}"
    yield f"begin {_begin(text)}"
    yield f"long {_bucket(len(text), LENGTHS)}"


def _bucket(value: float, limits: Sequence[float]) -> int:
    return bisect_right(limits, value)


def _end(text: str) -> str:
    text = without_marks(text)
    last = text[-1]
    if last in STOPS or (last in "”\"’'»)" and text[-2:-1] in STOPS):
        return "?" if "?" in text[-2:] else "."
    if last.isalpha():
        return "a"
    return "1" if last.isdecimal() else last if last in ':;,-)”"»' else "other"


def _begin(text: str) -> str:
    first = text[0]
    if first.isalpha():
        return "a" if first.islower() else "A"
    if first.isdecimal():
        return "1"
    return "quote" if first in OPENINGS else "-" if first in DASHES else "other"
