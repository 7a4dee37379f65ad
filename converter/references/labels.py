"""The parts of a reference that its words may belong to, in the order in which the model counts them."""

from __future__ import annotations

LABELS = (
    "other",
    "author",
    "editor",
    "translator",
    "title",
    "container",
    "series",
    "publisher",
    "place",
    "date",
    "accessed",
    "volume",
    "issue",
    "page",
    "edition",
    "genre",
    "number",
    "url",
    "doi",
    "isbn",
)
NUMBER = {label: place for place, label in enumerate(LABELS)}
OTHER = NUMBER["other"]
LANES = len(LABELS)
FIXED = {"url": NUMBER["url"], "doi": NUMBER["doi"], "isbn": NUMBER["isbn"]}
"""Parts that a pattern finds, so that the model need not guess them."""
