"""What is still expected of a page from which a part was taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from converter.evaluation.brackets import Bracket, pieces
from converter.evaluation.gold import Gold, page_of
from converter.evaluation.wording import bare, fold, words

TEXTS = (
    "title", "subtitle", "publisher", "acronym", "phone", "fax", "email", "website", "url", "doi", "rights",
)  # fmt: skip
OFTEN_ELSEWHERE = frozenset({"email", "website", "url", "phone", "publisher", "acronym"})
DATED = frozenset({"date", "series", "banner"})
CONFLICTS = frozenset({"year-conflict", "series-conflict", "multiple-cite-as"})


def with_head_of(whole: Gold, left: Gold) -> Gold:
    """Return what is left of a document with a head that expects what the rest still says.

    What is printed nowhere else is expected no more; where the rest may or may not be enough to say it,
    nothing is expected either way (``open``).
    """
    head = dict(whole.head)
    opened: set[str] = set(head.get("open", ()))
    _texts(head, left, opened)
    _authors(head, left, opened)
    _date(head, left, opened)
    _series(head, left, opened)
    _contacts(head, left, opened)
    head["findings"] = [code for code in head.get("findings", ()) if code not in CONFLICTS]
    opened |= {f"finding.{code}" for code in CONFLICTS}
    return replace(left, head={**head, "open": sorted(opened)})


def _texts(head: dict[str, Any], left: Gold, opened: set[str]) -> None:
    page = page_of(left)
    for key in TEXTS:
        if key in head and bare(head[key]) not in bare(page):
            if fold(head[key]) in fold(page):
                opened.add(key)
            else:
                del head[key]
                opened |= {key} if key in OFTEN_ELSEWHERE else set()
    title = head.get("title")
    if (
        title is not None
        and not any(block.label == "title" for block in left.blocks)
        and not _in_cite(left, title)
    ):
        opened |= {"title", "subtitle"}


def _in_cite(gold: Gold, text: str) -> bool:
    return any(fold(text) in fold(block.page) for block in gold.blocks if block.label == "cite")


def _authors(head: dict[str, Any], left: Gold, opened: set[str]) -> None:
    """Expect the authors as before if byline or cite-as block name them; nothing, if another part does."""
    if "authors" not in head:
        return
    names = {label: _words_of(left, frozenset({label})) for label in ("byline", "cite")}
    everywhere = set(words(page_of(left)))
    wanted = [_words_of_name(one) for one in head["authors"]]
    if all(_inside(one, names["byline"]) or _inside(one, names["cite"]) for one in wanted):
        opened |= set() if names["byline"] else {"author-role"}
        if not names["byline"]:
            head["authors"] = [
                {key: value for key, value in one.items() if key != "role"} for one in head["authors"]
            ]
        return
    if any(set(one) & everywhere for one in wanted):
        opened |= {"author", "author-role"}
    del head["authors"]


def _words_of(gold: Gold, labels: frozenset[str]) -> set[str]:
    return {word for block in gold.blocks if block.label in labels for word in words(block.page)}


def _words_of_name(name: Mapping[str, str]) -> tuple[str, ...]:
    parts = " ".join(name.get(key) or "" for key in ("given", "family")).strip()
    return words(parts or name["literal"])


def _inside(name: tuple[str, ...], found: set[str]) -> bool:
    return bool(name) and set(name) <= found


def _date(head: dict[str, Any], left: Gold, opened: set[str]) -> None:
    """Expect the date as before if a date line says its year; of all else nobody knows what follows."""
    if "published" not in head:
        return
    year = str(head["published"])[:4]
    lines = [block for block in left.blocks if block.label in DATED and year in block.page]
    if any(block.label == "date" for block in lines):
        return
    opened.add("published")
    if year not in page_of(left):
        del head["published"]


def _series(head: dict[str, Any], left: Gold, opened: set[str]) -> None:
    if "series" not in head:
        return
    number = str(head["series"].get("number", ""))
    if any(block.label == "series" and number in block.page for block in left.blocks):
        return
    stated = [
        piece.printed
        for block in left.blocks
        if block.label == "cite"
        for piece in pieces(block.text)
        if isinstance(piece, Bracket) and piece.key in {"series", "number"}
    ]
    opened.add("series")
    if not any(number and number in text for text in stated):
        del head["series"]


def _contacts(head: dict[str, Any], left: Gold, opened: set[str]) -> None:
    page = bare(page_of(left))
    for key in ("social", "keywords"):
        if key in head:
            head[key] = [one for one in head[key] if bare(one) in page]
    if "address" in head:
        lines = head["address"] if isinstance(head["address"], list) else head["address"].split(", ")
        if not all(bare(line) in page for line in lines):
            del head["address"]
            opened.add("address")
