"""The labelled document of the tests, and what the converter makes of its page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from converter.evaluation import Document, DocumentScore, Gold, read_document, read_gold, render, score
from converter.pipeline import convert_bytes

FILE = Path(__file__).parent / "harbourhouse-en-2021-14.gold"


@cache
def example() -> Gold:
    """Return the labelled document."""
    return read_gold(FILE.read_text("utf-8"), FILE.stem)


@cache
def converted(form: str = "as-is") -> Document:
    """Return what a form of it becomes."""
    rendered = render(example(), form)
    assert rendered is not None
    result = convert_bytes(rendered.content, f"{FILE.stem}{rendered.ending}", to=("json",))
    return read_document(result.json.encode(), result.source.text)


def scored(document: Document, form: str = "as-is") -> DocumentScore:
    """Return how a document comes out."""
    rendered = render(example(), form)
    assert rendered is not None
    return score(rendered.gold, document, form)
