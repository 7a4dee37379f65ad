"""Where a gold file contradicts itself: what the head says and the page does not, notes without markers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from converter.evaluation.brackets import DATE_KEYS, KEYS, NOTE_KINDS, WORK_KEYS, Bracket, pieces
from converter.evaluation.gold import NOTES, Block, Fault, Gold, page_of
from converter.evaluation.truth_notes import NoteHead, backs_of, note_head
from converter.evaluation.wording import bare, fold

FINDINGS = (
    "year-conflict", "series-conflict", "orphan-note", "orphan-marker", "missing-author", "missing-title",
    "missing-date", "missing-cite-as", "multiple-cite-as",
)  # fmt: skip
TEXT_KEYS = (
    "title", "subtitle", "publisher", "acronym", "phone", "fax", "email", "website", "url", "doi", "rights",
)  # fmt: skip
HEAD_KEYS: dict[str, type | tuple[type, ...]] = {
    **dict.fromkeys(TEXT_KEYS, str),
    "language": str, "authors": list, "translators": list, "published": str, "original_published": str,
    "series": dict, "address": (str, list), "social": list, "keywords": list, "findings": list,
    "house": str, "traps": list, "remark": str, "form": str, "cite_as": str,
}  # fmt: skip
NAME_KEYS = frozenset({"given", "family", "role", "literal", "affiliation"})
SERIES_KEYS = frozenset({"name", "volume", "number"})
SIGNS = (
    ("byline", r"\w", "authors"),
    ("date", r"\d", "published"),
    ("series", r"\d", "series"),
    ("keywords", r"\w", "keywords"),
    ("colophon", "©", "rights"),
    ("colophon", r"(?i)\b(?:tel|telefon|phone|тел)\b", "phone"),
    ("colophon", r"(?i)\b(?:fax|faks|факс)\b", "fax"),
    ("colophon", r"[\w.-]+@[\w-]+\.[a-z]", "email"),
)
"""Label, what stands under it, and the key that the head then has."""
ANY_CASE = frozenset({"publisher", "name", "acronym"})
"""May be printed in capitals and be wanted as they are written elsewhere."""
ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def check_gold(gold: Gold) -> tuple[Fault, ...]:
    """Return what contradicts itself, in the order of the lines."""
    faults = [fault for check in CHECKS for fault in check(gold)]
    return tuple(sorted(set(faults), key=lambda fault: (fault.line, fault.problem)))


def _head_keys(gold: Gold) -> Iterator[Fault]:
    """Hold the keys of the head against those that are known, each of its kind."""
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*", str(gold.head.get("language", ""))):
        yield Fault(1, 'the head must say the language (language = "en")')
    for key, value in gold.head.items():
        if key not in HEAD_KEYS:
            yield Fault(1, f"{key} is no key of the head (known: {', '.join(HEAD_KEYS)})")
        elif not isinstance(value, HEAD_KEYS[key]):
            yield Fault(1, f"{key} has the wrong type: {value!r}")


def _head_values(gold: Gold) -> Iterator[Fault]:
    """Check dates and the codes of findings."""
    for key in ("published", "original_published"):
        if key in gold.head and not ISO.fullmatch(str(gold.head[key])):
            yield Fault(1, f"{key} is to be 2021, 2021-05 or 2021-05-04, not {gold.head[key]!r}")
    for code in gold.head.get("findings", ()):
        if code not in FINDINGS:
            yield Fault(1, f"{code} is none of the findings that can be asked for: {', '.join(FINDINGS)}")


def _head_parts(gold: Gold) -> Iterator[Fault]:
    """Hold the parts of names and series against those that are known."""
    for name in _names(gold):
        if not isinstance(name, dict) or not name.get("literal") or name.keys() - NAME_KEYS:
            yield Fault(1, f"a name has literal, and may have given, family, role, affiliation: {name!r}")
    series = gold.head.get("series")
    if isinstance(series, dict) and series.keys() - SERIES_KEYS:
        yield Fault(1, f"series has name, volume, number: {series!r}")


def _names(gold: Gold) -> list[Any]:
    return [name for key in ("authors", "translators") for name in gold.head.get(key, ())]


def _head_on_page(gold: Gold) -> Iterator[Fault]:
    """Look on the page for what the head says."""
    page = bare(page_of(gold))
    folded = fold(page_of(gold))
    texts = [(key, gold.head[key]) for key in TEXT_KEYS if isinstance(gold.head.get(key), str)]
    texts += [(key, one) for key in ("social", "keywords") for one in gold.head.get(key, ())]
    texts += [
        ("literal", name["literal"])
        for name in _names(gold)
        if isinstance(name, dict) and name.get("literal")
    ]
    series = gold.head.get("series")
    texts += list(series.items()) if isinstance(series, dict) else []
    for key, text in texts:
        printed = fold(str(text)) in folded if key in ANY_CASE else bare(str(text)) in page
        if not printed:
            yield Fault(1, f"{key} is not printed on the page: {text}")


def _header_in_head(gold: Gold) -> Iterator[Fault]:
    """Look in the head for what is labelled on the page as title or subtitle."""
    for key in ("title", "subtitle"):
        blocks = [block for block in gold.blocks if block.label == key]
        stated = bare(str(gold.head.get(key, "")))
        if blocks and not stated:
            yield Fault(blocks[0].line, f"the page has a {key} and the head has none")
        for block in blocks:
            if stated and bare(_without_marks(block)) not in stated:
                yield Fault(block.line, f"this {key} is not the one of the head")


def _page_in_head(gold: Gold) -> Iterator[Fault]:
    """Look in the head for what a part of the page cannot be without."""
    for label, sign, key in SIGNS:
        block = next((one for one in gold.blocks if one.label == label and re.search(sign, one.page)), None)
        if block is not None and not gold.head.get(key):
            yield Fault(block.line, f"this {label} line says {key}, and the head does not")


def _without_marks(block: Block) -> str:
    kept = (
        piece if isinstance(piece, str) else piece.printed if piece.key not in {"m", "x"} else ""
        for piece in pieces(block.text)
    )
    return "".join(kept)


def _brackets(gold: Gold) -> Iterator[Fault]:
    """Check that brackets have known keys and stand where they may, and that dates are dates."""
    for block, bracket in _all_brackets(gold):
        if bracket.key not in KEYS:
            yield Fault(
                block.line, f"{bracket.key} is no key of a bracket (known: {', '.join(sorted(KEYS))})"
            )
        elif bracket.key in DATE_KEYS and block.label in {*NOTES, "bib"} and not ISO.fullmatch(bracket.value):
            yield Fault(
                block.line, f"{bracket.key} needs a date like 2021-05-04 before the colon: {bracket.printed}"
            )
        elif bracket.key in WORK_KEYS and block.label not in {*NOTES, "bib", "cite"}:
            yield Fault(block.line, f"{bracket.key} labels a part of a note, not of {block.label}")
        elif bracket.key not in {"work", "x"} and not bracket.printed.strip():
            yield Fault(block.line, f"the bracket {bracket.key} {bracket.value} holds no text")


def _all_brackets(gold: Gold) -> Iterator[tuple[Block, Bracket]]:
    for block in gold.blocks:
        yield from ((block, piece) for piece in pieces(block.text) if isinstance(piece, Bracket))


def _notes(gold: Gold) -> Iterator[Fault]:
    """Check that a note begins with its label, has an id of its own, and a marker unless it is an orphan."""
    marked = Counter(one.value for _, one in _all_brackets(gold) if one.key == "m")
    seen: set[str] = set()
    for block in gold.blocks:
        if block.label == "note" and not block.joins:
            head = note_head(block)
            problems = (
                list(_note_problems(head, marked, seen)) if head else ["a note begins with ⟦n ID:label⟧"]
            )
            seen |= {head.id} if head else set()
            yield from (Fault(block.line, problem) for problem in problems)
    for block, one in _all_brackets(gold):
        if one.key == "m" and one.value not in seen | {"?"}:
            yield Fault(block.line, f"there is no note {one.value!r} for this marker; ⟦m ?:…⟧ if it has none")


def _note_problems(head: NoteHead, marked: Mapping[str, int], seen: set[str]) -> Iterator[str]:
    if head.id in seen:
        yield f"two notes have the id {head.id}"
    if head.orphan == (head.id in marked):
        yield f"note {head.id} {'is an orphan, but has a' if head.orphan else 'has no'} marker"
    if head.unknown:
        kinds = ", ".join(sorted(NOTE_KINDS))
        yield f"{' '.join(head.unknown)}: after the id of a note may stand orphan, {kinds}"


def _backs(gold: Gold) -> Iterator[Fault]:
    """Check that what is cited again was cited in a note that is there."""
    ids = {head.id for block in gold.blocks if block.label == "note" and (head := note_head(block))}
    for block in gold.blocks:
        for back in backs_of(block.text):
            if back.note not in ids:
                yield Fault(block.line, f"there is no note {back.note!r} to go back to")


CHECKS: tuple[Callable[[Gold], Iterator[Fault]], ...] = (
    _head_keys,
    _head_values,
    _head_parts,
    _head_on_page,
    _header_in_head,
    _page_in_head,
    _brackets,
    _notes,
    _backs,
)
