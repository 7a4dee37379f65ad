"""The seed written in other ways that mean the same: line ends, encodings, wraps, markers, parts left out."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

MARKER = re.compile(r"\[\\\[(?P<linked>\d)\\\]\]\(#\)|(?<!^)\[(?P<plain>\d)\](?=\.)", re.MULTILINE)
LABEL = re.compile(r"^\[(?P<n>\d)\] ", re.MULTILINE)
RAISED = str.maketrans("1234567", "¹²³⁴⁵⁶⁷")

Variant = Callable[[str], bytes]


def markers(text: str, write: Callable[[str], str]) -> str:
    """Write every marker in another form."""
    return MARKER.sub(lambda match: write(match["linked"] or match["plain"]), text)


def labels(text: str, write: Callable[[str], str]) -> str:
    """Write the label of every note in another form."""
    return LABEL.sub(lambda match: write(match["n"]), text)


def wrapped(text: str, width: int) -> str:
    """Break every paragraph into lines of a width."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip("\n")) if part.strip()]
    return "\n\n".join(
        "\n".join(textwrap.wrap(part, width, break_long_words=False, break_on_hyphens=False))
        for part in paragraphs
    )


def without(text: str, start: str, end: str) -> str:
    """Leave out a stretch."""
    at = text.index(start)
    return text[:at] + text[text.index(end, at) :]


SAME: dict[str, Variant] = {
    "carriage returns and line feeds": lambda text: text.replace("\n", "\r\n").encode(),
    "carriage returns": lambda text: text.replace("\n", "\r").encode(),
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16 with mark": lambda text: text.encode("utf-16"),
    "UTF-16 without mark": lambda text: text.encode("utf-16-le"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "plain markers": lambda text: markers(text, lambda n: f"[{n}]").encode(),
    "linked markers": lambda text: markers(text, lambda n: f"[\\[{n}\\]](#)").encode(),
    "markers with note anchors": lambda text: markers(text, lambda n: f"[[{n}]](#_ftn{n})").encode(),
    "wrapped at 75": lambda text: wrapped(text, 75).encode(),
    "wrapped at 100": lambda text: wrapped(text, 100).encode(),
    "bare newlines": lambda text: re.sub(r"\n\s*\n", "\n", text.strip("\n")).encode(),
    "three blank lines": lambda text: text.replace("\n\n", "\n\n\n\n").encode(),
    "indented lines": lambda text: re.sub(r"(?m)^(?=\S)", "   ", text).encode(),
    "two blanks behind stops": lambda text: re.sub(r"\. (?=[A-Z])", ".  ", text).encode(),
    "no placeholder": lambda text: text.replace("\n-\n\n", "\n", 1).encode(),
    "no about-the-author block": lambda text: text.replace("About the Author :\n\n", "").encode(),
    "about the author filled": lambda text: text.replace(
        "About the Author :", "About the Author :\n\nThe author studies the region and writes on it."
    ).encode(),
    "title in the cite-as line only": lambda text: without(text, "A SILENT", "İlaha").encode(),
    "notes headed": lambda text: text.replace("[1] Araz", "Notes\n\n[1] Araz").encode(),
    "title as Markdown heading": lambda text: f"# {text.lstrip()}".encode(),
    "newline at the end": lambda text: f"{text}\n\n".encode(),
}
"""Variants that leave metadata, body, notes, works and cite-as block as they are."""

MARKER_FORMS: dict[str, Variant] = {
    "parentheses": lambda text: labels(markers(text, lambda n: f"({n})"), lambda n: f"({n}) ").encode(),
    "superscripts, labels with stops": lambda text: labels(
        markers(text, lambda n: n.translate(RAISED)), lambda n: f"{n}. "
    ).encode(),
    "superscripts twice": lambda text: labels(
        markers(text, lambda n: n.translate(RAISED)), lambda n: f"{n.translate(RAISED)} "
    ).encode(),
    "glued figures": lambda text: labels(markers(text, lambda n: n), lambda n: f"{n} ").encode(),
    "Markdown notes": lambda text: labels(markers(text, lambda n: f"[^{n}]"), lambda n: f"[^{n}]: ").encode(),
}
"""Variants that change only how markers and labels are printed."""

LEFT_OUT: dict[str, tuple[Variant, str]] = {
    "cite-as block": (lambda text: without(text, "To cite", "Süleyman").encode(), "missing-cite-as"),
    "byline and cite-as block": (
        lambda text: without(without(text, "To cite", "Süleyman"), "İlaha KHAN", "-\n").encode(),
        "missing-author",
    ),
    "last note": (lambda text: without(text, "[7] Iran", "About").encode(), "orphan-marker"),
    "a marker": (lambda text: text.replace("region[6].", "region.").encode(), "orphan-note"),
}
"""Variants that lack something, and the finding that must say so."""
