"""What of a commentary is the same whatever file it is read from, and the characters that a PDF prints."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from unicodedata import normalize

from converter.pipeline import Result
from converter.readers.pdf_accents import composed

PLACES = frozenset({"span", "spans", "id", "marks", "target"})
UNCOUNTED = frozenset("-\u2010\u00ad\ufffe|\ufffd")
"""Hyphens that a line end made, the bars between cells, and characters that no text may hold."""


def shape(result: Result) -> dict[str, Any]:
    """Return metadata, body, notes with the places of their markers, and works."""
    document = json.loads(result.json)
    body = {block["id"]: number for number, block in enumerate(document["body"])}
    return {
        "metadata": document["metadata"],
        "body": [(block["type"], block["text"]) for block in document["body"]],
        "footnotes": [
            (
                note["label"],
                note["text"],
                note["citations"],
                [(body.get(mark["block"], mark["block"]), mark["offset"]) for mark in note["markers"]],
            )
            for note in document["footnotes"]
        ],
        "references": [
            {key: value for key, value in work.items() if key not in PLACES}
            for work in document["references"]
        ],
    }


def characters(text: str) -> Counter[str]:
    """Count the characters of a text that are neither white space nor such as a line end makes."""
    plain = normalize("NFKC", composed(text))
    return Counter(sign for sign in plain if not sign.isspace() and sign not in UNCOUNTED)


def printed(content: bytes) -> str:
    """Return what PDFium's own extraction gives, page by page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return "\n".join(pages)
