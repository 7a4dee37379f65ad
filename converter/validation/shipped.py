"""Where the files are that the package brings along: schemas, and the page on findings."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
PLACES = (PACKAGE, PACKAGE.parent)
"""In an installed wheel they are part of the package; in a checkout they stand beside it."""


def shipped_path(name: str) -> Path:
    """Return where a file is; its name begins with its folder."""
    for place in PLACES:
        if (place / name).is_file():
            return place / name
    raise FileNotFoundError(f"{name} is in none of {', '.join(map(str, PLACES))}: reinstall the converter")


def shipped_text(name: str) -> str:
    r"""Return such a file as text.

    >>> shipped_text("docs/findings.md").partition("\n")[0]
    '# Findings'
    """
    return shipped_path(name).read_text(encoding="utf-8")
