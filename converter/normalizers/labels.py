"""What labels of notes have in common, whatever is printed around them."""

from __future__ import annotations

FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def bare_label(text: str) -> str:
    """Return a label without what stands around it.

    >>> bare_label("[^1]:")
    '1'
    """
    return text.strip("[](){}^.: \u00a0\n").translate(FIGURES)
